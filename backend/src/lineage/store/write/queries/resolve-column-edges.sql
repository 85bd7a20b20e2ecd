-- Turns staged column edges into edges between columns of assets, by path; no column feeds itself.
--
-- →  nothing
--
-- Reads stage_statement and stage_ref (catalog).
insert into stage_resolved_column_edge (assertion_id, upstream_id, upstream_column, downstream_id, downstream_column,
                                        kind, subtype, masking, function, masking_kind)
select statement.assertion_id, upstream.asset_id, edge.upstream_column, downstream.asset_id, edge.downstream_column,
       edge.kind, edge.subtype, edge.masking, edge.function, edge.masking_kind
  from stage_column_edge edge
  join stage_statement statement on statement.no = edge.statement_no and statement.outcome in ('NEW', 'CHANGED')
  join stage_ref upstream on upstream.no = edge.upstream_ref
  join stage_ref downstream on downstream.no = edge.downstream_ref
 where upstream.asset_id is not null and downstream.asset_id is not null
   and not (upstream.asset_id = downstream.asset_id and lower(edge.upstream_column) = lower(edge.downstream_column))
