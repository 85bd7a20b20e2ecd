-- Runs by their UUIDs.
--
-- $1 public_ids  uuid[]
-- →  id bigint, public_id uuid, job_id, parent_id, root_id, version_id bigint, event_count int, facets, fold jsonb
--    of those that are there, in no order
select id, public_id, job_id, parent_id, root_id, version_id, event_count, facets, fold
  from run where public_id = any ($1::uuid[])
