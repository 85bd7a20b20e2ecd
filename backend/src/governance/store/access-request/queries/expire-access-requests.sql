-- Ends access, and requests for it, whose time is over.
--
-- →  id uuid    those that ended now
with ended as (
  update access_request
     set status = 'EXPIRED', ended_at = expires_at
   where status in ('APPROVED', 'REQUESTED') and expires_at <= now()
  returning id
)
select id from ended
