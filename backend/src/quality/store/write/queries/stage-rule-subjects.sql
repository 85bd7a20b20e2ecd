-- Stages the assets that rules check.
--
-- →  rows: rule_no, ref_no
copy stage_rule_subject (rule_no, ref_no) from stdin
