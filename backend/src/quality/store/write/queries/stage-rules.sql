-- Stages rules that are new or differ from before.
--
-- →  rows: as in the statement; see StagedRule
copy stage_rule (no, key, hash, column_path, name, type, severity, parameters, description) from stdin
