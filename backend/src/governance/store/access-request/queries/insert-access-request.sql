-- Asks for access to an asset.
--
-- $1 said  jsonb  { asset_id, purpose, content_hash, requested_by, expires_at }
-- →  id uuid    no row: the same person has asked already, or has access
insert into access_request (asset_id, purpose, content_hash, requested_by, expires_at, status)
select asset_id, purpose, content_hash, requested_by, expires_at, 'REQUESTED'
  from jsonb_to_record($1::jsonb) as said (asset_id bigint, purpose text, content_hash text, requested_by text,
                                           expires_at timestamptz)
on conflict (asset_id, requested_by) where status in ('REQUESTED', 'APPROVED') do nothing
returning id
