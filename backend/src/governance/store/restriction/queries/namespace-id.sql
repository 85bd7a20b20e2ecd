-- The internal id of a namespace. Reads namespace (catalog).
--
-- $1 name  text  canonical
-- →  id int    no row: there is none
select id from namespace where name = $1::text
