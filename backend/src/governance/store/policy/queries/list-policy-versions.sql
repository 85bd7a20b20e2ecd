-- Versions of a policy, latest first, one page.
--
-- $1 name    text
-- $2 before  int   the last version of the page before; null for the first page
-- $3 first   int   1..101
-- →  the fields of VersionRow, by their names in TypeScript
select version.version, version.yaml, version.hash, version.title, version.mode, version.severity, version.comment,
       version.author, version.created_at as "createdAt", version.status, version.submitted_by as "submittedBy",
       version.submitted_at as "submittedAt", version.decided_by as "decidedBy", version.decided_at as "decidedAt",
       version.decision_reason as "decisionReason",
       policy.retired_at is null and coalesce(version.version = policy.active_version, false) as "isActive"
  from policy
  join policy_version version on version.policy_id = policy.id
 where policy.name = $1::text and ($2::int is null or version.version < $2)
 order by version.version desc
 limit $3::int
