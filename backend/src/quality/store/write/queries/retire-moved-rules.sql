-- Retires rules on assets that their source no longer names as what they check.
--
-- $1 source_id  int
-- →  written int
--
-- Reads stage_ref (catalog).
with retired as (
  update quality_rule rule set retired_at = now()
    from stage_rule said
   where rule.source_id = $1::int and rule.key = said.key and rule.retired_at is null
     and not exists (select from stage_rule_subject subject join stage_ref ref on ref.no = subject.ref_no
                      where subject.rule_no = said.no and ref.asset_id = rule.asset_id)
  returning 1
)
select count(*)::int as written from retired
