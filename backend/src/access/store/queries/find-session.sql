-- The person behind a session cookie, while the session is alive and the person is not disabled.
--
-- $1 id_hash       bytea   sha-256 of the cookie's value
-- $2 idle_minutes  int     a session unused for longer is over
-- →  person_id uuid, username text, display_name text, role text, is_stale, is_restricting boolean    none or one row
--
-- is_restricting: something in the catalog is hidden from some. Reads restriction (governance).
-- is_stale: the last use was noted over a minute ago; only then is it worth a write.
select person.id as person_id, person.username, person.display_name, person.role,
       session.last_seen_at < now() - interval '1 minute' as is_stale,
       exists (select from restriction) as is_restricting
  from session
  join person on person.id = session.person_id
 where session.id_hash = $1
   and session.expires_at > now()
   and session.last_seen_at > now() - make_interval(mins => $2::int)
   and not person.is_disabled
