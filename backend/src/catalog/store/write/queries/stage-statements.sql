-- Stages asset statements that are new or differ from before.
--
-- $1 statements  json  [StagedStatement]
-- →  nothing
insert into stage_statement (no, key, hash, subject_ref, subject_key, vouches, facts, says_edges, says_column_edges)
select no, key, hash, subject_ref, subject_key, vouches, facts, says_edges, says_column_edges
  from json_to_recordset($1::json) as statement (
    no int, key text, hash text, subject_ref int, subject_key text, vouches boolean, facts jsonb,
    says_edges boolean, says_column_edges boolean)
