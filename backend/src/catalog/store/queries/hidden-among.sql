-- Which of some assets are hidden from the reader that tributary.reader names, asked by who sees everything.
--
-- $1 asset_ids  bigint[]
-- →  id bigint
select hidden.id from seen.hidden where hidden.id = any ($1::bigint[])
