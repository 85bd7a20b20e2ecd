-- How sources are called.
--
-- →  id int, label text   in alphabetical order
--
-- Reads source (catalog).
select id, label from source order by label, id
