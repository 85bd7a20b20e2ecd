-- Assets that are fed by some assets.
--
-- $1 asset_ids  bigint[]
-- →  from_id bigint, to_id bigint, kind text    one row per pair; DIRECT when any source says so
--
-- Reads lineage_edge's primary key.
select edge.upstream_id as from_id, edge.downstream_id as to_id, min(edge.kind) as kind
  from lineage_edge edge
 where edge.upstream_id = any ($1::bigint[])
 group by edge.upstream_id, edge.downstream_id
 order by edge.downstream_id, edge.upstream_id
