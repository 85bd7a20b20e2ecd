-- All facets that the events of a run carry of a dataset that it read or wrote.
--
-- $1 run_id      bigint
-- $2 direction   text     INPUT, OUTPUT
-- $3 dataset_id  bigint
-- →  name text, facet jsonb    in order of name
select said.name, coalesce(said.facet, content.value) as facet
  from run_dataset used
 cross join lateral (
         select each.key as name, each.value ->> 2 as digest, null::jsonb as facet from jsonb_each(used.facets) as each
         union all
         select each.key, null, each.value -> 2 from jsonb_each(used.use_facets) as each) as said
  left join facet_value content on content.digest = said.digest
 where used.run_id = $1::bigint and used.direction = $2::text and used.dataset_id = $3::bigint
 order by said.name
