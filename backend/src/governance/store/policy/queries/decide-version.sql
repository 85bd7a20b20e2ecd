-- Moves a version of a policy on in its life.
--
-- $1 policy_id  bigint
-- $2 version    int
-- $3 status     text  SUBMITTED, APPROVED, REJECTED, WITHDRAWN
-- $4 actor      text
-- $5 reason     text  or null
update policy_version
   set status = $3::text,
       submitted_by = case when $3 = 'SUBMITTED' then $4::text else submitted_by end,
       submitted_at = case when $3 = 'SUBMITTED' then now() else submitted_at end,
       decided_by = case when $3 = 'SUBMITTED' then null else $4::text end,
       decided_at = case when $3 = 'SUBMITTED' then null else now() end,
       decision_reason = $5::text
 where policy_id = $1::bigint and version = $2::int
