-- Waivers that let something pass now.
--
-- →  id, policy, requirement, asset_id, column_path, expires_at
select id, policy, requirement, asset_id, column_path, expires_at
  from waiver
 where status = 'APPROVED' and expires_at > now()
 order by id
