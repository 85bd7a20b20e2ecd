-- Values of each facet among the documents that fit a filter of kinds, the facet's own list left aside; without a text.
--
-- $1  types            text[]   null for all, as all lists
-- $2  platforms        text[]
-- $3  namespaces       text[]
-- $4  layers           text[]   "none": without one
-- $5  owners           text[]   lower case
-- $6  classifications  text[]   levels
-- $7  sources          text[]   kinds
-- $8  document_terms   jsonb    what search_document_fits wants, nothing of tags; null says nothing
-- $9  most             int      documents looked at that fit everything; ten times as many that miss one list
-- →  as count-facets.sql answers
--
-- Documents that miss one list count for that list's facet only, which asks for their kinds alone: an index tells.
-- Reads search_document_kind_idx.
with wanted as materialized (
  select search_kind.kind, search_kind_misses(search_kind, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) as misses
    from search_kind
   where search_kind_misses(search_kind, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) <= 1
     and search_kind_fits(search_kind, $8::jsonb)
), fitting as materialized (
  select kind, tags, count(*) as count
    from (
      select document.kind, document.tags
        from search_document document
       where (coalesce($1::text[], $2, $3, $4, $5, $6, $7) is null and $8::jsonb is null)
          or document.kind = any (array(select kind from wanted where misses = 0))
       limit $9::int
    ) as document
   group by kind, tags
), missing as materialized (
  select kind, count(*) as count
    from (
      select document.kind
        from search_document document
       where document.kind = any (array(select kind from wanted where misses = 1))
       limit 10 * $9::int
    ) as document
   group by kind
), kind as materialized (
  select search_kind.type, search_kind.platform, search_kind.namespace, coalesce(search_kind.layer, 'none') as layer,
         coalesce(search_kind.owner, 'none') as owner, coalesce(search_kind.classification, 'none') as classification,
         search_kind.sources, alike.misses, alike.count
    from (select kind, 0 as misses, sum(count) as count from fitting group by kind
          union all
          select kind, 1, count from missing) as alike
    join search_kind on search_kind.kind = alike.kind
)
(select 'hits' as field, '' as value, coalesce(sum(count), 0)::int as count from kind where misses = 0)
union all
(select 'all', '', (coalesce(sum(count), 0) < $9::int)::int from fitting)
union all
(select 'type' as field, type as value, sum(count)::int as count from kind
  where misses = 0 or not coalesce(type = any ($1::text[]), true) group by type order by count desc, value limit 30)
union all
(select 'platform' as field, platform as value, sum(count)::int as count from kind
  where misses = 0 or not coalesce(platform = any ($2::text[]), true) group by platform order by count desc, value limit 30)
union all
(select 'namespace' as field, namespace as value, sum(count)::int as count from kind
  where misses = 0 or not coalesce(namespace = any ($3::text[]), true) group by namespace order by count desc, value limit 30)
union all
(select 'layer' as field, layer as value, sum(count)::int as count from kind
  where misses = 0 or not coalesce(layer = any ($4::text[]), true) group by layer order by count desc, value limit 30)
union all
(select 'owner' as field, owner as value, sum(count)::int as count from kind
  where misses = 0 or not coalesce(lower(owner) = any ($5::text[]), true) group by owner order by count desc, value limit 30)
union all
(select 'classification' as field, classification as value, sum(count)::int as count from kind
  where misses = 0 or not coalesce(classification = any ($6::text[]), true) group by classification order by count desc, value limit 30)
union all
(select 'tag', tag, sum(count)::int as count from fitting cross join lateral unnest(tags) as tag
  group by tag order by count desc, tag limit 30)
union all
(select 'source', source, sum(count)::int as count from kind cross join lateral unnest(sources) as source
  where misses = 0 or not coalesce(sources && $7, true) group by source order by count desc, source limit 30)
