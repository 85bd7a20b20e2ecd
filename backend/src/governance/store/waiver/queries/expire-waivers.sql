-- Ends waivers whose time is over.
--
-- →  id uuid, asset_id bigint    those that ended now
with ended as (
  update waiver
     set status = 'EXPIRED', ended_at = expires_at
   where status in ('APPROVED', 'REQUESTED') and expires_at <= now()
  returning id, asset_id
)
select id, asset_id from ended
