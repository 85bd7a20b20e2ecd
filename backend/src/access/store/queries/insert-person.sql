-- Adds a person.
--
-- $1 username  text, $2 display_name  text, $3 email  text or null, $4 role  text, $5 password_hash  text
-- →  id uuid, username text, "displayName" text, email text, role text, "isDisabled" boolean,
--    "createdAt" timestamptz, "lastSeenAt" timestamptz
insert into person (username, display_name, email, role, password_hash)
values ($1, $2, $3, $4, $5)
returning id, username, display_name as "displayName", email, role, is_disabled as "isDisabled",
       created_at as "createdAt", last_seen_at as "lastSeenAt"
