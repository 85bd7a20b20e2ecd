-- Appends to the change log.
--
-- $1 changes      json    [{ asset_id, operation, detail }]
-- $2 delivery_id  bigint  or null
-- $3 actor        text
-- →  written int
with added as (
  insert into change_log (asset_id, operation, detail, delivery_id, actor)
  select asset_id, operation, detail, $2::bigint, $3::text
    from json_to_recordset($1::json) as added (asset_id bigint, operation text, detail jsonb)
  returning 1
)
select count(*)::int as written from added
