-- After a success: the account's failures are forgiven, the address only gets this one try back.
--
-- $1 account  text   hashed
-- $2 address  text   hashed
-- →  nothing
--
-- An address keeps its failures: its owner could sign in to one account to go on guessing at another.
delete from login_attempt
 where subject = $1::text
    or at < now() - interval '1 day'
    or (subject = $2::text and at = (select max(at) from login_attempt where subject = $2::text))
