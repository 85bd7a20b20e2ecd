-- API tokens, newest first, one page; revoked and expired ones too. Never the hash.
--
-- $1 before  uuid   the last page's last id; null: from the start (ids sort by time)
-- $2 count   int    1..101
-- →  id uuid, name text, role text, namespaces text[], "createdBy" text, "createdAt" timestamptz,
--    "expiresAt" timestamptz, "lastUsedAt" timestamptz, "revokedAt" timestamptz
select token.id, token.name, token.role, token.namespaces, maker.username as "createdBy", token.created_at as "createdAt",
       token.expires_at as "expiresAt", token.last_used_at as "lastUsedAt", token.revoked_at as "revokedAt"
  from api_token token
  left join person maker on maker.id = token.created_by
 where ($1::uuid is null or token.id < $1::uuid)
 order by token.id desc
 limit $2::int
