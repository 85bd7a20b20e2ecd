-- Stages edges as they are said.
--
-- $1 edges  json  [StagedEdge]
-- →  nothing
insert into stage_edge (statement_no, upstream_ref, downstream_ref, job_ref, kind, transformation, code_hash)
select statement_no, upstream_ref, downstream_ref, job_ref, kind, transformation, code_hash
  from json_to_recordset($1::json) as edge (
    statement_no int, upstream_ref int, downstream_ref int, job_ref int, kind text, transformation text, code_hash text)
