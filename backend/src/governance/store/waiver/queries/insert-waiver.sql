-- Asks for a waiver.
--
-- $1 said  jsonb  { policy, requirement, asset_id, column_path, reason, conditions, content_hash, requested_by, expires_at }
-- →  id uuid
insert into waiver (policy, requirement, asset_id, column_path, reason, conditions, content_hash, requested_by, expires_at,
                    status)
select policy, requirement, asset_id, column_path, reason, conditions, content_hash, requested_by, expires_at, 'REQUESTED'
  from jsonb_to_record($1::jsonb) as said (policy text, requirement text, asset_id bigint, column_path text, reason text,
                                           conditions text, content_hash text, requested_by text, expires_at timestamptz)
returning id
