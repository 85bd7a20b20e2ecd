-- A page of violations.
--
-- $1 statuses    text[]  null for all
-- $2 severities  text[]  null for all
-- $3 policies    text[]  null for all
-- $4 asset_id    bigint  null for all
-- $5 first       int     1..101
-- $6 before      bigint  id of the last one of the page before; null for the first page
-- →  id, public_id, policy, code, status, severity, asset_id, column_path, message, path; latest first
--
-- Reads violation_status_idx or violation_asset_idx.
select id, public_id, policy, code, status, severity, asset_id, nullif(column_path, '') as column_path, message, path
  from violation
 where ($1::text[] is null or status = any ($1))
   and ($2::text[] is null or severity = any ($2))
   and ($3::text[] is null or policy = any ($3))
   and ($4::bigint is null or asset_id = $4)
   and ($6::bigint is null or id < $6)
 order by id desc
 limit $5::int
