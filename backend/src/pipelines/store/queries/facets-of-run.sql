-- All facets that the events of a run carry.
--
-- $1 run_id  bigint
-- →  name text, facet jsonb    in order of name
select said.key as name, said.value -> 2 as facet
  from run
 cross join lateral jsonb_each(run.facets) as said
 where run.id = $1::bigint
 order by said.key
