-- Takes back 1764000000006-quality.up.sql.
drop table quality_result, quality_rule;
