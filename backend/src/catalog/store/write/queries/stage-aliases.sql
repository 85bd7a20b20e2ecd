-- Stages other spellings of the subjects of statements.
--
-- $1 aliases  json  [{ "statement_no": int, "ref_no": int }, …]
-- →  nothing
insert into stage_alias (statement_no, ref_no)
select statement_no, ref_no from json_to_recordset($1::json) as alias (statement_no int, ref_no int)
