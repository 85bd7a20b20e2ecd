-- Edges among a set of assets, one row per statement of a source.
--
-- $1 ids  bigint[]   at most 5000
-- →  upstream_id, downstream_id bigint, kind text, job_id bigint, source text, transformation text
--    statements of one pair of assets come together
--
-- Enters by the downstream end; `offset 0` and `materialized` keep the planner from turning that around: assets have few parents, but
-- some have thousands of children (measured: 9,000 rows read instead of 1,500 for an answer of 500 assets).
-- Reads lineage_edge_upstream_idx.
with place as materialized (
  select unnest($1::bigint[]) as id
), entering as materialized (
  select edge.*
    from place
   cross join lateral (
           select upstream_id, downstream_id, kind, job_id, source_id, transformation
             from lineage_edge
            where lineage_edge.downstream_id = place.id
           offset 0
         ) as edge
)
select edge.upstream_id, edge.downstream_id, edge.kind, edge.job_id, source.label as source, edge.transformation
  from entering edge
  join place on place.id = edge.upstream_id
  join source on source.id = edge.source_id
 order by edge.upstream_id, edge.downstream_id, source.label
