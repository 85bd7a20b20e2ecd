-- How a person may be spelt as the owner of an asset.
--
-- $1 id  uuid
-- →  username text, email text    no row: there is no such person, or none who may sign in
--
-- Reads person (access).
select username, email from person where id = $1::uuid and not is_disabled
