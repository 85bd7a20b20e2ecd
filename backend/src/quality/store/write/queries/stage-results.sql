-- Stages results of rules.
--
-- →  rows: as in the statement; see StagedResult
copy stage_result (rule_key, executed_at, status, failed_records, total_records, message, duration_ms) from stdin
