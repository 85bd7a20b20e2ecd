-- Which of some keys a source has something to say of.
--
-- $1 source_id  int
-- $2 keys       text[]
-- →  key text    in no order
--
-- Reads assertion by (source_id, key).
select key from assertion where source_id = $1::int and key = any ($2::text[])
