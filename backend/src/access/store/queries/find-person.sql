-- One person, locked until the transaction ends; nobody who was erased.
--
-- $1 id  uuid
-- →  id uuid, username text, "displayName" text, email text, role text, "isDisabled" boolean,
--    "createdAt" timestamptz, "lastSeenAt" timestamptz
--    none or one row
select id, username, display_name as "displayName", email, role, is_disabled as "isDisabled",
       created_at as "createdAt", last_seen_at as "lastSeenAt"
  from person
 where id = $1 and erased_at is null
   for update
