-- Stores jobs as their events fold.
--
-- $1 jobs  json  [{ id, namespace, name, asset_id, parent_id, processing_type, integration, job_type, version_id, is_observed,
--                   seen_at, facets, fold }]    new ones and known ones, in any order
-- →  nothing
insert into job (id, namespace, name, asset_id, parent_id, processing_type, integration, job_type, version_id, is_observed,
                 seen_at, facets, fold)
select id, namespace, name, asset_id, parent_id, processing_type, integration, job_type, version_id, is_observed, seen_at,
       facets, fold
  from json_to_recordset($1::json) as job (
    id bigint, namespace text, name text, asset_id bigint, parent_id bigint, processing_type text, integration text,
    job_type text, version_id bigint, is_observed boolean, seen_at timestamptz, facets jsonb, fold jsonb)
on conflict (id) do update
   set asset_id = excluded.asset_id, parent_id = excluded.parent_id, processing_type = excluded.processing_type,
       integration = excluded.integration, job_type = excluded.job_type, version_id = excluded.version_id,
       is_observed = excluded.is_observed, seen_at = excluded.seen_at,
       facets = excluded.facets, fold = excluded.fold
