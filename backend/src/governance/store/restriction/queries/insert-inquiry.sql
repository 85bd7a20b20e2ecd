-- Keeps an inquiry for access; where there is such an asset, it becomes a request to its owner. One statement for both,
-- so that neither takes longer.
--
-- $1 asset_id  bigint  null: there is no such asset
-- $2 said      jsonb   { namespace, name, purpose, content_hash, requested_by, expires_at }
-- →  id uuid, request_id uuid    no row: the same person has asked for the same name, and that is not over
with said as (
  select * from jsonb_to_record($2::jsonb)
    as said (namespace text, name text, purpose text, content_hash text, requested_by text, expires_at timestamptz)
), fresh as (
  select said.* from said
   where not exists (select from access_inquiry earlier
                      where earlier.requested_by = said.requested_by and earlier.expires_at > now()
                        and earlier.namespace = said.namespace and earlier.name = said.name)
), made as (
  insert into access_request (asset_id, purpose, content_hash, requested_by, expires_at, status)
  select $1::bigint, purpose, content_hash, requested_by, expires_at, 'REQUESTED' from fresh where $1::bigint is not null
  on conflict (asset_id, requested_by) where status in ('REQUESTED', 'APPROVED') do nothing
  returning id
)
insert into access_inquiry (namespace, name, request_id, purpose, requested_by, expires_at)
select namespace, name,
       coalesce((select id from made),
                (select request.id from access_request request
                  where request.asset_id = $1::bigint and request.requested_by = fresh.requested_by
                    and request.status in ('REQUESTED', 'APPROVED'))),
       purpose, requested_by, expires_at
  from fresh
returning id, request_id
