-- What waits for somebody, in numbers.
--
-- $1 actor      text      as in the audit log: what they asked for themselves is not theirs to decide
-- $2 person_id  uuid      null: a program, which nothing is assigned to
-- $3 owners     text[]    how the person is spelt as owner, in lower case
-- $4 may        text[]    of policy:decide, waiver:decide, access:decide those that they hold
-- →  the fields of GovernanceInbox, by their names in TypeScript; one row
--
-- Reads asset (catalog).
select (select count(*)::int from violation
         where assignee = $2::uuid and status in ('OPEN', 'ACKNOWLEDGED')) as "assignedViolations",
       (select count(*)::int from violation
         where assignee = $2::uuid and status in ('OPEN', 'ACKNOWLEDGED') and due_on < current_date) as "overdueViolations",
       (select count(*)::int from violation where status = 'OPEN' and assignee is null) as "unassignedViolations",
       (select count(*)::int from classification_suggestion where status = 'SUGGESTED') as "openSuggestions",
       (select count(*)::int from waiver
         where 'waiver:decide' = any ($4::text[]) and status = 'REQUESTED' and requested_by <> $1::text) as "waiversToDecide",
       (select count(*)::int from waiver
         where status = 'APPROVED' and expires_at < now() + interval '14 days') as "expiringWaivers",
       (select count(*)::int from access_request request
          join asset on asset.id = request.asset_id
         where request.status = 'REQUESTED' and request.requested_by <> $1::text and request.expires_at > now()
           and ('access:decide' = any ($4::text[]) or lower(asset.owner) = any ($3::text[]))) as "accessToDecide",
       (select count(*)::int from policy_version
         where 'policy:decide' = any ($4::text[]) and status = 'SUBMITTED'
           and coalesce(submitted_by, author) <> $1::text and author <> $1::text) as "policiesToDecide"
