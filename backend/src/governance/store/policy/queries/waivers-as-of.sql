-- Waivers that let something pass at a moment in the past.
--
-- $1 at  timestamptz
-- →  id, policy, requirement, asset_id, column_path, expires_at
select id, policy, requirement, asset_id, column_path, expires_at
  from waiver
 where decided_at <= $1::timestamptz
   and status in ('APPROVED', 'REVOKED', 'EXPIRED')
   and least(expires_at, coalesce(ended_at, expires_at)) > $1::timestamptz
 order by id
