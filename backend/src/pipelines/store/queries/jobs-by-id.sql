-- Jobs by id.
--
-- $1 ids  bigint[]
-- →  one row per job, in no order
select id, namespace, name, asset_id, parent_id, processing_type, integration, job_type, created_at, seen_at
  from job
 where id = any ($1::bigint[])
