-- Rules whose last result is a failure.
--
-- →  count int
--
-- A lateral limit 1 per rule walks quality_result's primary key backwards.
select count(*)::int as count
  from quality_rule as rule
 cross join lateral (
         select status
           from quality_result
          where quality_result.rule_id = rule.id
          order by quality_result.executed_at desc
          limit 1
       ) as result
 where rule.retired_at is null and result.status in ('FAILED', 'ERROR')
