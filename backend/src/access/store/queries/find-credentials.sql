-- What signing in needs of a person, by a username in any case.
--
-- $1 username  text
-- →  id uuid, password_hash text, is_disabled boolean    none or one row; reads person_username_idx
select id, password_hash, is_disabled
  from person
 where lower(username) = lower($1)
