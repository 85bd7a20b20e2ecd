-- Moves an access request on in its life.
--
-- $1 id      uuid
-- $2 from    text   the status it must have now
-- $3 to      text   APPROVED, REJECTED, WITHDRAWN, REVOKED
-- $4 actor   text
-- $5 reason  text   or null
-- →  id    no row: it has another status by now, or its time is over
with moved as (
  update access_request
     set status = $3::text,
         decided_by = case when $3 in ('APPROVED', 'REJECTED') then $4::text else decided_by end,
         decided_at = case when $3 in ('APPROVED', 'REJECTED') then now() else decided_at end,
         decision_reason = case when $3 in ('APPROVED', 'REJECTED') then $5::text else decision_reason end,
         ended_by = case when $3 in ('WITHDRAWN', 'REVOKED') then $4::text else ended_by end,
         ended_at = case when $3 in ('WITHDRAWN', 'REVOKED') then now() else ended_at end
   where id = $1::uuid and status = $2::text and expires_at > now()
  returning id
)
select id from moved
