-- Notes which findings are an asset's, and what columns they give it.
--
-- $1 rows  jsonb  [{ asset_id, hash, columns, is_complete }]
-- →  nothing
insert into asset_sql (asset_id, hash, columns, is_complete)
select asset_id, hash, columns, is_complete
  from jsonb_to_recordset($1::jsonb) as kept (asset_id bigint, hash text, columns text[], is_complete boolean)
 order by asset_id
on conflict (asset_id) do update
   set hash = excluded.hash, columns = excluded.columns, is_complete = excluded.is_complete, analyzed_at = now()
