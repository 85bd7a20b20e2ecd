drop table quality_result, quality_rule;
