-- All facets that the events of a run carry, by name, as registers.
--
-- $1 run_id  bigint
-- →  facets jsonb    { name: [microseconds, hash, facet] }
select facets from run where id = $1::bigint
