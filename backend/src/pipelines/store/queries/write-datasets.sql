-- Stores datasets as their events fold.
--
-- $1 datasets  json  [{ id, namespace, name, asset_id, facets, fold }]    new ones and known ones, in any order
-- →  nothing
insert into pipeline_dataset (id, namespace, name, raw_namespace, raw_name, asset_id, facets, fold)
select id, namespace, name, raw_namespace, raw_name, asset_id, facets, fold
  from json_to_recordset($1::json) as dataset (
    id bigint, namespace text, name text, raw_namespace text, raw_name text, asset_id bigint, facets jsonb, fold jsonb)
on conflict (id) do update
   set asset_id = excluded.asset_id, raw_namespace = excluded.raw_namespace, raw_name = excluded.raw_name,
       facets = excluded.facets, fold = excluded.fold
