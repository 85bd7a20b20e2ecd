-- Events that have been folded already.
--
-- $1 hashes  text[]
-- →  hash text    in no order
select hash from pipeline_event where hash = any ($1::text[])
