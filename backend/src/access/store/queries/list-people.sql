-- People in order of username, one page; those who were erased are none.
--
-- $1 after  text   the last page's last username, lower case; null: from the start
-- $2 count  int    1..101
-- →  id uuid, username text, "displayName" text, email text, role text, "isDisabled" boolean,
--    "createdAt" timestamptz, "lastSeenAt" timestamptz
select id, username, display_name as "displayName", email, role, is_disabled as "isDisabled",
       created_at as "createdAt", last_seen_at as "lastSeenAt"
  from person
 where erased_at is null
   and ($1::text is null or lower(username) > $1::text)
 order by lower(username)
 limit $2::int
