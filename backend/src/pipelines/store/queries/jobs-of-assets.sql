-- Jobs that assets stand for.
--
-- $1 asset_ids  bigint[]
-- →  id bigint    in order
--
-- Reads job_asset_idx.
select id from job where asset_id = any ($1::bigint[]) order by id
