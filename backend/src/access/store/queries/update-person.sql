-- Writes what may change of a person.
--
-- $1 id  uuid, $2 display_name  text, $3 email  text or null, $4 role  text, $5 is_disabled  boolean
-- →  id uuid, username text, "displayName" text, email text, role text, "isDisabled" boolean,
--    "createdAt" timestamptz, "lastSeenAt" timestamptz
update person
   set display_name = $2, email = $3, role = $4, is_disabled = $5
 where id = $1
returning id, username, display_name as "displayName", email, role, is_disabled as "isDisabled",
       created_at as "createdAt", last_seen_at as "lastSeenAt"
