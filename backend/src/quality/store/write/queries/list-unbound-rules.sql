-- Staged rules without a single asset that is known, for the report.
--
-- →  key text    in the order of the patch
select rule.key
  from stage_rule rule
 where not exists (select from stage_rule_subject subject join stage_ref ref on ref.no = subject.ref_no
                    where subject.rule_no = rule.no and ref.asset_id is not null)
 order by rule.no
