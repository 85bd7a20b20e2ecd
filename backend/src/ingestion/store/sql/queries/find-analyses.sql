-- What was found before in some texts.
--
-- $1 hashes  text[]
-- →  hash text, result jsonb
select hash, result from sql_analysis where hash = any ($1::text[])
