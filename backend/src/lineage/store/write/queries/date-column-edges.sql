-- Dates the column edges of assertions by their evidence: sets when current ones began, and writes their past anew.
--
-- $1 assertion_ids  bigint[]
-- $2 spans          json      [{ assertion_id, upstream_id, column, downstream_id, to_column, kind, subtype, masking, from_us,
--                             to_us }]    ids of assets, paths of columns; microseconds since 1970; to_us null: it holds still
-- →  nothing
--
-- Columns are matched without regard to case, as column edges are. Reads column_edge_assertion_idx,
-- column_edge_history_assertion_idx, asset_column and assertion (catalog).
with said as (
  select span.*, timestamptz 'epoch' + from_us * interval '1 microsecond' as valid_from,
         timestamptz 'epoch' + to_us * interval '1 microsecond' as valid_to
    from json_to_recordset($2::json) as span (
         assertion_id bigint, upstream_id bigint, "column" text, downstream_id bigint, to_column text, kind text, subtype text,
         masking boolean, from_us bigint, to_us bigint)
), span as (
  select said.assertion_id, upstream.id as upstream_id, downstream.id as downstream_id, said.kind, said.subtype,
         said.masking, said.to_us, said.valid_from, said.valid_to
    from said
    join asset_column upstream on upstream.asset_id = said.upstream_id and lower(upstream.path) = lower(said."column")
    join asset_column downstream on downstream.asset_id = said.downstream_id and lower(downstream.path) = lower(said.to_column)
   where upstream.id <> downstream.id
), begun as (
  update column_edge edge
     set valid_from = span.valid_from
    from (select assertion_id, upstream_id, downstream_id, min(valid_from) as valid_from
            from span where to_us is null group by assertion_id, upstream_id, downstream_id) as span
   where edge.assertion_id = span.assertion_id and edge.upstream_id = span.upstream_id
     and edge.downstream_id = span.downstream_id and edge.valid_from <> span.valid_from
), forgotten as (
  delete from column_edge_history where assertion_id = any ($1::bigint[])
)
insert into column_edge_history (upstream_id, downstream_id, source_id, kind, subtype, masking, valid_from, valid_to,
                                 assertion_id)
select span.upstream_id, span.downstream_id, assertion.source_id, span.kind, span.subtype, span.masking, span.valid_from,
       span.valid_to, span.assertion_id
  from span
  join assertion on assertion.id = span.assertion_id
 where span.to_us is not null
