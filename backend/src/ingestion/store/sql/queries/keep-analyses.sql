-- Keeps what was found in texts.
--
-- $1 analyses  jsonb  [{ hash, result }]
-- →  nothing
insert into sql_analysis (hash, result)
select hash, result
  from jsonb_to_recordset($1::jsonb) as analysis (hash text, result jsonb)
 order by hash
on conflict do nothing
