-- Edges among a set of assets, one row per statement of a source.
--
-- $1 ids  bigint[]   at most 5000
-- →  upstream_id, downstream_id bigint, kind text, job_id bigint, source text, transformation text
--    statements of one pair of assets come together
--
-- Enters by the downstream end: assets have few parents, but some have thousands of children.
-- Reads lineage_edge_upstream_idx.
select edge.upstream_id, edge.downstream_id, edge.kind, edge.job_id, source.label as source, edge.transformation
  from unnest($1::bigint[]) as place (id)
  join lineage_edge edge on edge.downstream_id = place.id
  join source on source.id = edge.source_id
 where edge.upstream_id in (select unnest($1::bigint[]))
 order by edge.upstream_id, edge.downstream_id, source.label
