-- Datasets by their canonical names.
--
-- $1 namespaces  text[]
-- $2 names       text[]
-- →  id bigint, namespace, name text, asset_id bigint, facets, fold jsonb    of those that are there, in no order
select dataset.id, dataset.namespace, dataset.name, dataset.asset_id, dataset.facets, dataset.fold
  from unnest($1::text[], $2::text[]) as wanted (namespace, name)
  join pipeline_dataset dataset on dataset.namespace = wanted.namespace and dataset.name = wanted.name
