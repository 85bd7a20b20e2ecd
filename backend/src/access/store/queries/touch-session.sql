-- Notes that a session, and the person behind it, was seen just now.
--
-- $1 id_hash  bytea
-- →  nothing
with seen as (
  update session set last_seen_at = now() where id_hash = $1 returning person_id
)
update person set last_seen_at = now() from seen where person.id = seen.person_id
