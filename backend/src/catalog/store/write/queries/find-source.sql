-- The source by its identity.
--
-- $1 kind  text
-- $2 name  text
-- $3 scope text
-- →  id int, last_observed_at timestamptz    at most one row
select id, last_observed_at from source where kind = $1::text and name = $2::text and scope = $3::text
