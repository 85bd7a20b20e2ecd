-- The texts of the policies in force.
--
-- →  name, yaml, hash, version int    in order of name
select policy.name, version.yaml, version.hash, version.version
  from policy
  join policy_version version on version.policy_id = policy.id and version.version = policy.active_version
 where policy.retired_at is null
 order by policy.name
