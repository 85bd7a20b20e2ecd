-- Stores results that have waited for rules which are declared now.
--
-- →  written int
--
-- As in write-results.sql: a key that several sources declare means the one of the same name and scope, then of the
-- same name. Reads quality_rule_key_idx and source (catalog).
with awaited as (
  delete from waiting_result waiting
   using quality_rule rule
   where rule.key = waiting.rule_key and waiting.rule_key in (select key from stage_rule)
  returning waiting.*
), declared as (
  select distinct on (awaited.rule_key, awaited.source_name, awaited.source_scope)
         awaited.rule_key, awaited.source_name, awaited.source_scope, rule.source_id
    from awaited
    join quality_rule rule on rule.key = awaited.rule_key
    join source on source.id = rule.source_id
   order by awaited.rule_key, awaited.source_name, awaited.source_scope, rule.retired_at is null desc,
            source.name = awaited.source_name and source.scope = awaited.source_scope desc,
            source.name = awaited.source_name desc, rule.source_id
), added as (
  insert into quality_result (rule_id, executed_at, status, failed_records, total_records, message, duration_ms, delivery_id)
  select distinct on (rule.id, awaited.executed_at)
         rule.id, awaited.executed_at, awaited.status, awaited.failed_records, awaited.total_records, awaited.message,
         awaited.duration_ms, awaited.delivery_id
    from awaited
    join declared using (rule_key, source_name, source_scope)
    join quality_rule rule on rule.source_id = declared.source_id and rule.key = declared.rule_key
   order by rule.id, awaited.executed_at
  on conflict do nothing
  returning 1
)
select count(*)::int as written from added
