-- Assets that are fed by some assets, at a moment or today.
--
-- $1 asset_ids  bigint[]
-- $2 at         timestamptz  null for today
-- →  place_id, neighbour_id bigint, kind text    one row per pair, in order; place_id: one of the given ones. DIRECT when any source says so
--
-- Reads lineage_edge's primary key and lineage_edge_history_down_idx.
select edge.upstream_id as place_id, edge.downstream_id as neighbour_id, min(edge.kind) as kind
  from (
    select upstream_id, downstream_id, kind
      from lineage_edge
     where upstream_id = any ($1::bigint[]) and ($2::timestamptz is null or valid_from <= $2)
    union
    select upstream_id, downstream_id, kind
      from lineage_edge_history
     where upstream_id = any ($1::bigint[]) and valid_to > $2::timestamptz and valid_from <= $2
  ) as edge
 group by edge.upstream_id, edge.downstream_id
 order by edge.upstream_id, edge.downstream_id
