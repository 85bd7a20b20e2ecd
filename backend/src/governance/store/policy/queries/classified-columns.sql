-- Columns with their classification and whether somebody said it of them.
--
-- $1 ids  bigint[]
-- →  id, asset_id, public_id (of the asset), asset_name, path, class_level, class_categories, is_masked
--
-- Reads asset_column, asset (catalog) and column_edge (lineage).
select asset_column.id, asset_column.asset_id, asset.public_id, asset.display_name as asset_name, asset_column.path,
       greatest(asset_column.class_level, asset_column.derived_level) as class_level,
       effective_categories(asset_column.class_categories, asset_column.derived_categories) as class_categories,
       coalesce(asset_column.properties ? 'maskingPolicy', false) or coalesce(inflow.is_masked, false) as is_masked
  from asset_column
  join asset on asset.id = asset_column.asset_id
  left join lateral (
         select bool_and(edge.masking) as is_masked
           from column_edge edge
          where edge.downstream_id = asset_column.id and edge.kind = 'DIRECT'
       ) as inflow on true
 where asset_column.id = any ($1::bigint[])
