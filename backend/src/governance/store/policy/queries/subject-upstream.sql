-- What feeds assets directly.
--
-- $1 asset_ids  bigint[]
-- →  asset_id, public_id, name, layer    each neighbour once, in order of name
--
-- Reads lineage_edge (lineage) and asset (catalog).
select distinct edge.downstream_id as asset_id, asset.public_id, asset.display_name as name, asset.layer
  from lineage_edge edge
  join asset on asset.id = edge.upstream_id
 where edge.downstream_id = any ($1::bigint[])
 order by asset_id, name, public_id
