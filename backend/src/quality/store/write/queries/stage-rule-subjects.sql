-- Stages the assets that rules check.
--
-- $1 subjects  json  [{ "rule_no": int, "ref_no": int }, …]
-- →  nothing
insert into stage_rule_subject (rule_no, ref_no)
select rule_no, ref_no from json_to_recordset($1::json) as subject (rule_no int, ref_no int)
