-- A policy with its latest version and the mode in force, held until the transaction ends.
--
-- $1 name  text
-- →  id, name, latest_version, active_version, active_mode, retired_at, and of the latest version yaml, hash, mode,
--    status, author, submitted_by; no row when there is none
select policy.id, policy.name, policy.latest_version, policy.active_version, policy.retired_at,
       (select mode from policy_version where policy_id = policy.id and version = policy.active_version) as active_mode,
       latest.yaml, latest.hash, latest.mode, latest.status, latest.author, latest.submitted_by
  from policy
  join policy_version latest on latest.policy_id = policy.id and latest.version = policy.latest_version
 where policy.name = $1::text
   for update of policy
