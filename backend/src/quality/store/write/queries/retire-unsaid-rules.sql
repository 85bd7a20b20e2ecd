-- Retires rules that a source no longer declares, in a patch that is its whole truth.
--
-- $1 source_id  int
-- →  written int
with retired as (
  update quality_rule rule set retired_at = now()
   where rule.source_id = $1::int and rule.retired_at is null
     and not exists (select from stage_rule_seen seen where seen.key = rule.key)
  returning 1
)
select count(*)::int as written from retired
