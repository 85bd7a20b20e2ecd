-- Stores contents of facets that are not stored yet.
--
-- $1 digests  text[]
-- $2 values   text[]   JSON
-- →  nothing
insert into facet_value (digest, value)
select digest, value::jsonb from unnest($1::text[], $2::text[]) as facet (digest, value)
 order by digest
on conflict do nothing
