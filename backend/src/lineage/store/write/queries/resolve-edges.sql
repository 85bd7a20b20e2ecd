-- Turns staged edges into edges between assets; of several between the same two in one statement, one is kept.
--
-- →  nothing
--
-- Reads stage_statement and stage_ref (catalog).
insert into stage_resolved_edge (assertion_id, upstream_id, downstream_id, job_id, kind, transformation, code_hash)
select distinct on (statement.assertion_id, upstream.asset_id, downstream.asset_id)
       statement.assertion_id, upstream.asset_id, downstream.asset_id, job.asset_id, edge.kind, edge.transformation,
       edge.code_hash
  from stage_edge edge
  join stage_statement statement on statement.no = edge.statement_no and statement.outcome in ('NEW', 'CHANGED')
  join stage_ref upstream on upstream.no = edge.upstream_ref
  join stage_ref downstream on downstream.no = edge.downstream_ref
  left join stage_ref job on job.no = edge.job_ref
 where upstream.asset_id <> downstream.asset_id
 order by statement.assertion_id, upstream.asset_id, downstream.asset_id, edge.kind, job.asset_id,
          edge.transformation, edge.code_hash
