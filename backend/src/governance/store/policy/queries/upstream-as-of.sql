-- What fed assets directly at a moment in the past, with the layers as they are now.
--
-- $1 asset_ids  bigint[]
-- $2 at         timestamptz
-- →  asset_id, public_id, name, layer    each neighbour once, in order of name
--
-- Reads lineage_edge, lineage_edge_history (lineage) and asset (catalog).
with edge as (
  select upstream_id, downstream_id from lineage_edge
   where downstream_id = any ($1::bigint[]) and valid_from <= $2::timestamptz
  union
  select upstream_id, downstream_id from lineage_edge_history
   where downstream_id = any ($1::bigint[]) and valid_from <= $2::timestamptz and valid_to > $2::timestamptz
)
select edge.downstream_id as asset_id, asset.public_id, asset.display_name as name, asset.layer
  from edge
  join asset on asset.id = edge.upstream_id
 order by asset_id, name, public_id
