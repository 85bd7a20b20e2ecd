-- One API token, whatever its state, locked until the transaction ends.
--
-- $1 id  uuid
-- →  id uuid, name text, role text, namespaces text[], "createdBy" text, "createdAt" timestamptz,
--    "expiresAt" timestamptz, "lastUsedAt" timestamptz, "revokedAt" timestamptz
--    none or one row
select token.id, token.name, token.role, token.namespaces, maker.username as "createdBy", token.created_at as "createdAt",
       token.expires_at as "expiresAt", token.last_used_at as "lastUsedAt", token.revoked_at as "revokedAt"
  from api_token token
  left join person maker on maker.id = token.created_by
 where token.id = $1
   for update of token
