-- How many policies fit a filter.
--
-- $1 modes   text[]  null for all
-- $2 states  text[]  ACTIVE, PROPOSED, DRAFT, RETIRED; null for all
-- →  count int
select count(*)::int as count
  from policy
  join policy_version latest on latest.policy_id = policy.id and latest.version = policy.latest_version
  join policy_version version on version.policy_id = policy.id
                             and version.version = coalesce(policy.active_version, policy.latest_version)
 where ($1::text[] is null or version.mode = any ($1))
   and ($2::text[] is null or case when policy.retired_at is not null then 'RETIRED'
                                   when latest.status = 'SUBMITTED' then 'PROPOSED'
                                   when policy.active_version is not null then 'ACTIVE'
                                   else 'DRAFT' end = any ($2))
