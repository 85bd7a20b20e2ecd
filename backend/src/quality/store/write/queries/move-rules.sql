-- Lets the rules of one asset check another; a rule that checks both already stays once.
--
-- $1 from_id   bigint
-- $2 into_id   bigint
-- $3 rule_ids  bigint[]    only these; null: all
-- →  id bigint    of the rules that moved
update quality_rule rule set asset_id = $2::bigint
 where rule.asset_id = $1::bigint and ($3::bigint[] is null or rule.id = any ($3::bigint[]))
   and not exists (select from quality_rule other
                    where other.source_id = rule.source_id and other.key = rule.key and other.asset_id = $2::bigint)
returning rule.id
