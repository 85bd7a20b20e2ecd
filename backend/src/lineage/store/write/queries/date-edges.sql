-- Dates the edges of assertions by their evidence: sets when current ones began, and writes their past anew.
--
-- $1 assertion_ids  bigint[]
-- $2 spans          json      [{ assertion_id, upstream_id, downstream_id, job_id, kind, from_us, to_us }]    microseconds since
--                             1970; to_us null: it holds still
-- →  nothing
--
-- Reads lineage_edge_assertion_idx, lineage_edge_history_assertion_idx and assertion (catalog).
with span as (
  select said.*, timestamptz 'epoch' + from_us * interval '1 microsecond' as valid_from,
         timestamptz 'epoch' + to_us * interval '1 microsecond' as valid_to
    from json_to_recordset($2::json) as said (
         assertion_id bigint, upstream_id bigint, downstream_id bigint, job_id bigint, kind text, from_us bigint, to_us bigint)
   where upstream_id <> downstream_id
), begun as (
  update lineage_edge edge
     set valid_from = span.valid_from
    from (select assertion_id, upstream_id, downstream_id, min(valid_from) as valid_from
            from span where to_us is null group by assertion_id, upstream_id, downstream_id) as span
   where edge.assertion_id = span.assertion_id and edge.upstream_id = span.upstream_id
     and edge.downstream_id = span.downstream_id and edge.valid_from <> span.valid_from
), forgotten as (
  delete from lineage_edge_history where assertion_id = any ($1::bigint[])
)
insert into lineage_edge_history (upstream_id, downstream_id, source_id, job_id, kind, valid_from, valid_to, assertion_id)
select span.upstream_id, span.downstream_id, assertion.source_id, span.job_id, span.kind, span.valid_from, span.valid_to,
       span.assertion_id
  from span
  join assertion on assertion.id = span.assertion_id
 where span.to_us is not null
