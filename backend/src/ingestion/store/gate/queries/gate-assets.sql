-- Assets with their columns, as they are to be compared.
--
-- $1 asset_ids  bigint[]
-- $2 source     jsonb     { kind, name, scope }: the dbt project
-- →  id bigint, public_id uuid, namespace text, name text, type text, owner text, status text, path text (the file that
--    defines it), is_own boolean (the project describes it), is_contract_enforced boolean,
--    columns jsonb: { path: { id, type, nullable, isPrimaryKey, level, categories } }
--
-- A column that is only read by others, and that nobody declares or makes, is not there. Reads asset, asset_column,
-- namespace, assertion and source (catalog), column_edge (lineage).
select asset.id, asset.public_id, namespace.name as namespace, asset.name, asset.type, asset.owner, asset.status,
       asset.properties ->> 'path' as path,
       exists (select from assertion
                 join source on source.id = assertion.source_id
                where assertion.asset_id = asset.id and source.kind = $2::jsonb ->> 'kind'
                  and source.name = $2::jsonb ->> 'name' and source.scope = $2::jsonb ->> 'scope'
                  and assertion.facts <> '{}') as is_own,
       coalesce((asset.properties ->> 'isContractEnforced')::boolean, false) as is_contract_enforced,
       coalesce((select jsonb_object_agg(own.path, jsonb_build_object(
                          'id', own.id, 'type', own.type, 'nullable', own.nullable,
                          'isPrimaryKey', own.is_primary_key, 'level', greatest(own.class_level, own.derived_level),
                          'categories', own.class_categories || coalesce(own.derived_categories, '{}')))
                   from asset_column own
                  where own.asset_id = asset.id
                    and (own.is_declared or exists (select from column_edge edge where edge.downstream_id = own.id))), '{}') as columns
  from asset
  join namespace on namespace.id = asset.namespace_id
 where asset.id = any ($1::bigint[])
 order by namespace.name, asset.name
