-- Jobs by their canonical names.
--
-- $1 namespaces  text[]
-- $2 names       text[]
-- →  id bigint, namespace, name text, asset_id, parent_id, version_id bigint, is_observed boolean, seen_at timestamptz,
--    facets, fold jsonb
--    of those that are there, in no order
select job.id, job.namespace, job.name, job.asset_id, job.parent_id, job.version_id, job.is_observed, job.seen_at, job.facets, job.fold
  from unnest($1::text[], $2::text[]) as wanted (namespace, name)
  join job on job.namespace = wanted.namespace and job.name = wanted.name
