-- Column edges by column; of several between the same two in one statement the direct one is kept, a column never
-- feeds itself.
--
-- →  nothing
--
-- Reads stage_column_end (catalog).
insert into stage_final_column_edge (assertion_id, upstream_id, downstream_id, kind, subtype, masking, function,
                                     masking_kind)
select distinct on (edge.assertion_id, upstream.column_id, downstream.column_id)
       edge.assertion_id, upstream.column_id, downstream.column_id, edge.kind, edge.subtype, edge.masking, edge.function,
       edge.masking_kind
  from stage_resolved_column_edge edge
  join stage_column_end upstream on upstream.asset_id = edge.upstream_id and upstream.path = edge.upstream_column
  join stage_column_end downstream on downstream.asset_id = edge.downstream_id and downstream.path = edge.downstream_column
 where upstream.column_id <> downstream.column_id
 order by edge.assertion_id, upstream.column_id, downstream.column_id, edge.kind, edge.masking, edge.subtype,
          edge.function, edge.masking_kind
