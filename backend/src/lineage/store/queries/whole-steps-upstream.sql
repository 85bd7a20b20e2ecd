-- Assets that feed some assets, at a moment or today.
--
-- $1 asset_ids  bigint[]
-- $2 at         timestamptz  null for today
-- →  place_id, neighbour_id bigint, kind text    one row per pair, in order; place_id: one of the given ones. DIRECT when any source says so
--
-- Reads lineage_edge_upstream_idx and lineage_edge_history_up_idx.
select edge.downstream_id as place_id, edge.upstream_id as neighbour_id, min(edge.kind) as kind
  from (
    select upstream_id, downstream_id, kind
      from lineage_edge
     where downstream_id = any ($1::bigint[]) and ($2::timestamptz is null or valid_from <= $2)
    union
    select upstream_id, downstream_id, kind
      from lineage_edge_history
     where downstream_id = any ($1::bigint[]) and valid_to > $2::timestamptz and valid_from <= $2
  ) as edge
 group by edge.downstream_id, edge.upstream_id
 order by edge.downstream_id, edge.upstream_id
