-- Leaves nothing personal of a person: no name, no address, no way to sign in. The id stays.
--
-- $1 id             uuid
-- $2 display_name   text    shown from now on
-- $3 password_hash  text    of a password that nobody knows
-- →  nothing
update person
   set username = 'erased-' || id, display_name = $2::text, email = null, role = 'viewer', is_disabled = true,
       password_hash = $3::text, last_seen_at = null, erased_at = now()
 where id = $1::uuid
