-- Stores staged results that are not known yet; of a rule that checks several assets, with each.
--
-- $1 name         text    of the source that ran the rules
-- $2 scope        text
-- $3 delivery_id  bigint  or null
-- →  written int
--
-- A key that several sources declare means the one of the same name and scope, then of the same name. Reads
-- quality_rule_key_idx and source (catalog).
with declared as (
  select distinct on (rule.key) rule.key, rule.source_id
    from quality_rule rule
    join source on source.id = rule.source_id
   where rule.key in (select rule_key from stage_result)
   order by rule.key, rule.retired_at is null desc, source.name = $1::text and source.scope = $2::text desc,
            source.name = $1::text desc, rule.source_id
), added as (
  insert into quality_result (rule_id, executed_at, status, failed_records, total_records, message, duration_ms, delivery_id)
  select rule.id, result.executed_at, result.status, result.failed_records, result.total_records, result.message,
         result.duration_ms, $3::bigint
    from stage_result result
    join declared on declared.key = result.rule_key
    join quality_rule rule on rule.source_id = declared.source_id and rule.key = declared.key
   order by rule.id, result.executed_at
  on conflict do nothing
  returning 1
)
select count(*)::int as written from added
