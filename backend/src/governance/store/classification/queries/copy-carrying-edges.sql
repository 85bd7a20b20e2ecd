-- Edges along which classifications travel out of the columns in stage_frontier.
--
-- →  binary: upstream_id bigint, downstream_id bigint, effect smallint (1 keep, 2 pseudonymise, 3 drop, 4 measure),
--            assertion_id bigint, asset_id bigint (of the downstream column); the last two are 0 but for measures
--
-- Reads column_edge by its primary key (lineage) and asset_column (catalog).
copy (
  select edge.upstream_id, edge.downstream_id, effect.number, case effect.number when 4 then edge.assertion_id else 0 end,
         case effect.number when 4 then (select asset_id from asset_column where id = edge.downstream_id) else 0 end
    from stage_frontier
    join column_edge edge on edge.upstream_id = stage_frontier.column_id and edge.kind = 'DIRECT'
   cross join lateral (
           select case when not edge.masking and edge.subtype <> 'AGGREGATION' then 1
                       else array_position(array['KEEP', 'PSEUDONYMISE', 'DROP', 'MEASURE'],
                              edge_effect(edge.kind, edge.subtype, edge.masking, edge.masking_kind, edge.function))
                   end::smallint as number
         ) as effect
)
 to stdout (format binary)
