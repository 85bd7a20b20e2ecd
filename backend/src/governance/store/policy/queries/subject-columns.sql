-- Columns of assets as policies see them.
--
-- $1 asset_ids  bigint[]
-- $2 all        boolean   false: only those that are classified
-- →  asset_id, id, path, type, tags, class_level, class_categories, is_masked; in order of asset and column
--
-- Masked: every value that flows in directly is masked, or a masking policy is in place. Reads asset_column (catalog)
-- and column_edge (lineage).
select asset_column.asset_id, asset_column.id, asset_column.path, asset_column.type, asset_column.tags,
       greatest(asset_column.class_level, asset_column.derived_level) as class_level,
       effective_categories(asset_column.class_categories, asset_column.derived_categories) as class_categories,
       coalesce(asset_column.properties ? 'maskingPolicy', false) or coalesce(inflow.is_masked, false) as is_masked
  from asset_column
  left join lateral (
         select bool_and(edge.masking) as is_masked
           from column_edge edge
          where edge.downstream_id = asset_column.id and edge.kind = 'DIRECT'
       ) as inflow on true
 where asset_column.asset_id = any ($1::bigint[])
   and ($2::boolean or asset_column.class_level is not null or asset_column.class_categories <> '{}'
        or asset_column.derived_level is not null or asset_column.derived_categories is not null)
 order by asset_column.asset_id, asset_column.ordinal, asset_column.id
