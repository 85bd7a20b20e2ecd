-- All that the projection of assets needs: what they are shown as now, and what every source says.
--
-- $1 asset_ids    bigint[]
-- $2 delivery_id  bigint    or null
-- →  one row per asset that exists, in order of id; assertions and columns as json arrays, observed_at in milliseconds;
--    amended_base: the columns before the version that this delivery has made already, null when it has made none
--
-- An asset is new until it has a search document.
-- Reads assertion_asset_idx. is_referenced reads lineage_edge and its indexes (lineage).
select asset.id, asset.name, asset.display_name, asset.type, asset.status, asset.status_reason, asset.platform, asset.layer,
       asset.location, asset.owner, asset.description, asset.tags, asset.is_encrypted, asset.has_access_logging,
       asset.region, asset.class_level, asset.class_categories, asset.properties, asset.code_language, asset.code_hash,
       asset.column_count, asset.schema_version,
       not exists (select from search_document document where document.asset_id = asset.id) as is_new,
       exists (select from lineage_edge edge where edge.upstream_id = asset.id)
         or exists (select from lineage_edge edge where edge.downstream_id = asset.id)
         or exists (select from lineage_edge edge where edge.job_id = asset.id) as is_referenced,
       (select coalesce(json_agg(json_build_object(
                 'sourceKind', source.kind, 'sourceName', source.name, 'key', assertion.key,
                 'observedAt', (extract(epoch from assertion.observed_at) * 1000)::float8,
                 'vouches', assertion.vouches, 'facts', assertion.facts)), '[]')
          from assertion join source on source.id = assertion.source_id
         where assertion.asset_id = asset.id) as assertions,
       (select coalesce(json_agg(json_build_object(
                 'id', asset_column.id::text, 'path', path, 'ordinal', ordinal, 'type', asset_column.type,
                 'nullable', nullable, 'description', asset_column.description, 'tags', asset_column.tags,
                 'classLevel', asset_column.class_level, 'classCategories', asset_column.class_categories,
                 'classSubtypes', coalesce(asset_column.class_subtypes, '{}'), 'classIsExact', coalesce(asset_column.class_exact, false),
                 'isPrimaryKey', is_primary_key, 'isDeclared', is_declared, 'properties', asset_column.properties)
                 order by ordinal, path), '[]')
          from asset_column where asset_column.asset_id = asset.id) as columns,
       (select coalesce(before.columns, '[]')
          from schema_version made
          left join schema_version before on before.asset_id = made.asset_id and before.version = made.version - 1
         where made.asset_id = asset.id and made.version = asset.schema_version
           and made.delivery_id = $2::bigint) as amended_base
  from asset
 where asset.id = any ($1::bigint[])
 order by asset.id
