-- Stages rules that are new or differ from before.
--
-- $1 rules  json  [StagedRule]
-- →  nothing
insert into stage_rule (no, key, hash, column_path, name, type, severity, parameters, description)
select no, key, hash, column_path, name, type, severity, parameters, description
  from json_to_recordset($1::json) as rule (
    no int, key text, hash text, column_path text, name text, type text, severity text, parameters jsonb, description text)
