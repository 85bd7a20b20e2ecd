-- Stages results of rules.
--
-- $1 results  json  [StagedResult]
-- →  nothing
insert into stage_result (rule_key, executed_at, status, failed_records, total_records, message, duration_ms)
select rule_key, executed_at, status, failed_records, total_records, message, duration_ms
  from json_to_recordset($1::json) as result (
    rule_key text, executed_at timestamptz, status text, failed_records bigint, total_records bigint, message text,
    duration_ms double precision)
