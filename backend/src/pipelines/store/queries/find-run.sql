-- A run by the id that clients know.
--
-- $1 public_id  uuid
-- →  id bigint
select id from run where public_id = $1::uuid
