-- Contents of facets.
--
-- $1 digests  text[]
-- →  digest text, value jsonb
select digest, value from facet_value where digest = any ($1::text[])
