-- Keeps staged results of rules that nobody declares, until somebody does; those that have waited 90 days go.
--
-- $1 name         text    of the source that ran the rules
-- $2 scope        text
-- $3 delivery_id  bigint  or null
-- →  key text    of the rules, in order, each once
--
-- Reads waiting_result_received_idx.
with expired as (
  delete from waiting_result where received_at < now() - interval '90 days'
), unknown as (
  select * from stage_result
   where not exists (select from quality_rule rule where rule.key = stage_result.rule_key)
), kept as (
  insert into waiting_result (rule_key, source_name, source_scope, executed_at, status, failed_records, total_records,
                              message, duration_ms, delivery_id)
  select rule_key, $1::text, $2::text, executed_at, status, failed_records, total_records, message, duration_ms, $3::bigint
    from unknown
  on conflict do nothing
)
select distinct rule_key as key from unknown order by key
