-- Rules that staged results name and nobody declares, for the report.
--
-- →  key text    in order
select distinct rule_key as key from stage_result
 where not exists (select from quality_rule rule where rule.key = stage_result.rule_key)
 order by key
