-- A stored API token that may still be used, with the present role of the person who made it.
--
-- $1 id  uuid
-- →  id uuid, name text, role text, namespaces text[], secret_hash bytea, maker_role text, is_stale boolean,
--    is_restricting boolean
--    none or one row
--
-- maker_role is admin for tokens made by the administrator's token of the environment, which is nobody's.
-- is_stale: the last use was noted over a minute ago. is_restricting: as in find-session.sql.
-- Reads restriction (governance).
select token.id, token.name, token.role, token.namespaces, token.secret_hash,
       coalesce(maker.role, 'admin') as maker_role,
       coalesce(token.last_used_at < now() - interval '1 minute', true) as is_stale,
       exists (select from restriction) as is_restricting
  from api_token token
  left join person maker on maker.id = token.created_by
 where token.id = $1
   and token.revoked_at is null
   and (token.expires_at is null or token.expires_at > now())
   and not coalesce(maker.is_disabled, false)
