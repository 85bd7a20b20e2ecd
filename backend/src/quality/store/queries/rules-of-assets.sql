-- Rules of each of many assets, with what running them gave last.
--
-- $1 asset_ids  bigint[]
-- →  one row per rule that is still declared, in order of column (the whole asset first) and name; result columns are
--    null when it never ran
--
-- A lateral limit 1 per rule walks quality_result's primary key backwards. Reads quality_rule_asset_idx.
select rule.asset_id, rule.id, rule.name, rule.type, rule.severity, rule.column_path, rule.description, rule.parameters,
       result.status, result.executed_at, result.failed_records::float8 as failed_records,
       result.total_records::float8 as total_records, result.message
  from quality_rule as rule
  left join lateral (
         select *
           from quality_result
          where quality_result.rule_id = rule.id
          order by quality_result.executed_at desc
          limit 1
       ) as result on true
 where rule.asset_id = any ($1::bigint[]) and rule.retired_at is null
 order by rule.asset_id, rule.column_path nulls first, rule.name, rule.id
