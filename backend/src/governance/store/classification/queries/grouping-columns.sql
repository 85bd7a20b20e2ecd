-- The columns by which statements group the rows of an asset.
--
-- $1 assertion_ids  bigint[]  statements
-- →  assertion_id, asset_id, column_ids bigint[]
--
-- Reads column_edge by column_edge_assertion_idx (lineage) and asset_column (catalog).
select edge.assertion_id, grouped.asset_id, array_agg(distinct edge.upstream_id) as column_ids
  from column_edge edge
  join asset_column grouped on grouped.id = edge.downstream_id
 where edge.assertion_id = any ($1::bigint[]) and edge.kind = 'INDIRECT' and edge.subtype = 'GROUP_BY'
 group by edge.assertion_id, grouped.asset_id
