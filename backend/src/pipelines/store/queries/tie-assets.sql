-- Ties jobs and datasets to the assets that their names stand for now, after spellings have moved.
--
-- $1 asset_ids  bigint[]    assets that have got spellings
-- →  nothing
--
-- Reads asset_identifier and namespace (catalog).
with spelt as (
  select identifier.asset_id, namespace.name as namespace, identifier.name, identifier.is_job
    from asset_identifier identifier
    join namespace on namespace.id = identifier.namespace_id
   where identifier.asset_id = any ($1::bigint[])
), jobs as (
  update job set asset_id = spelt.asset_id
    from spelt
   where spelt.is_job and job.namespace = spelt.namespace and job.name = spelt.name and job.asset_id is distinct from spelt.asset_id
)
update pipeline_dataset dataset set asset_id = spelt.asset_id
  from spelt
 where not spelt.is_job and dataset.namespace = spelt.namespace and dataset.name = spelt.name
   and dataset.asset_id is distinct from spelt.asset_id
