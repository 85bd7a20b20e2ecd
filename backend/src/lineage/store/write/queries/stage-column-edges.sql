-- Stages column edges as they are said.
--
-- $1 edges  json  [StagedColumnEdge]
-- →  nothing
insert into stage_column_edge (statement_no, upstream_ref, upstream_column, downstream_ref, downstream_column,
                               kind, subtype, masking, function, masking_kind)
select statement_no, upstream_ref, upstream_column, downstream_ref, downstream_column, kind, subtype, masking, function, masking_kind
  from json_to_recordset($1::json) as edge (
    statement_no int, upstream_ref int, upstream_column text, downstream_ref int, downstream_column text,
    kind text, subtype text, masking boolean, function text, masking_kind text)
