-- Edges that held among a set of assets at a moment in the past, one row per statement of a source.
--
-- $1 ids  bigint[]      at most 5000
-- $2 at   timestamptz
-- →  upstream_id, downstream_id bigint, kind text, job_id bigint, source text, transformation text
--    statements of one pair of assets come together; history does not keep the transformation
--
-- Reads lineage_edge_upstream_idx and lineage_edge_history_up_idx.
select edge.upstream_id, edge.downstream_id, edge.kind, edge.job_id, source.label as source, edge.transformation
  from (
    select now_edge.upstream_id, now_edge.downstream_id, now_edge.kind, now_edge.job_id, now_edge.source_id,
           now_edge.transformation
      from lineage_edge now_edge
     where now_edge.downstream_id = any ($1::bigint[]) and now_edge.valid_from <= $2::timestamptz
    union all
    select past.upstream_id, past.downstream_id, past.kind, past.job_id, past.source_id, null
      from lineage_edge_history past
     where past.downstream_id = any ($1::bigint[])
       and past.valid_to > $2::timestamptz and past.valid_from <= $2::timestamptz
  ) as edge
  join source on source.id = edge.source_id
 where edge.upstream_id in (select unnest($1::bigint[]))
 order by edge.upstream_id, edge.downstream_id, source.label
