-- Values of each facet among the documents that fit a text and a filter, the facet's own list left aside.
--
-- $1  types            text[]   null for all, as all lists to $8
-- $2  platforms        text[]
-- $3  namespaces       text[]
-- $4  layers           text[]   "none": without one
-- $5  owners           text[]   lower case
-- $6  classifications  text[]   levels
-- $7  tags             text[]   lower case
-- $8  sources          text[]   kinds
-- $9  document_terms   jsonb    what search_document_fits wants; null says nothing
-- $10 asset_terms      jsonb    what search_asset_fits wants; null says nothing
-- $11 query            text     a tsquery; all documents fit when it and $12 are empty
-- $12 text             text     names that start with it fit too; the end of their range is $13
-- $13 prefix_end       text
-- $14 most             int      documents looked at; four times as many when lists alone leave some of them aside
-- →  field text, value text, count int   at most 30 of each field, most frequent first; and two rows of their own:
--    'hits' how many of the documents fit everything, 'all' 1 when no document was left out, else 0
--
-- One pass: a document that misses one list alone counts for that list's facet only, which is what the facet shows
-- when its own list is left aside. Lists are compared with kinds, of which there are far fewer than documents, and
-- a list of tags once for all documents of a kind that have the same ones; `is true` keeps that a look-up per candidate.
-- Reads search_document_tsv_idx, search_document_prefix_idx.
with wanted as materialized (
  select search_kind.kind, search_kind_misses(search_kind, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $8::text[]) as misses
    from search_kind
   where search_kind_misses(search_kind, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $8::text[]) <= 1
     and search_kind_fits(search_kind, $9::jsonb)
), found as materialized (
  select kind, tags, count(*) as count
    from (
      select document.kind, document.tags
        from search_document document
       where (($11::text = '' and $12::text = '')
              or ($11::text <> '' and document.tsv @@ $11::tsquery)
              or ($12::text <> '' and lower(document.name) ~>=~ $12 and lower(document.name) ~<~ $13))
         and (coalesce($1::text[], $2, $3, $4, $5, $6, $8) is null and $9::jsonb is null
              or (document.kind in (select kind from wanted)) is true)
         and search_tags_fit(document.tags, $9::jsonb)
         and ($10::jsonb is null or exists (
               select from asset where asset.id = document.asset_id and search_asset_fits(asset, $10::jsonb)))
       limit case when coalesce($1::text[], $2, $3, $4, $5, $6, $7, $8) is null and $9::jsonb is null or $10::jsonb is not null
                  then $14::int else 4 * $14::int end
    ) as document
   group by kind, tags
), counted as materialized (
  select found.kind, found.tags, found.count,
         wanted.misses + case when $7::text[] is null or lower(found.tags::text)::text[] && $7 then 0 else 1 end as misses
    from found
    join wanted on wanted.kind = found.kind
   where $7::text[] is null or wanted.misses = 0 or lower(found.tags::text)::text[] && $7
), kind as materialized (
  select search_kind.type, search_kind.platform, search_kind.namespace, coalesce(search_kind.layer, 'none') as layer,
         coalesce(search_kind.owner, 'none') as owner, coalesce(search_kind.classification, 'none') as classification,
         search_kind.sources, alike.misses, alike.count
    from (select kind, misses, sum(count) as count from counted group by kind, misses) as alike
    join search_kind on search_kind.kind = alike.kind
), tagged as (
  select tags, sum(count) as count from counted
   where tags <> '{}' and (misses = 0 or not coalesce(lower(tags::text)::text[] && $7, true))
   group by tags
)
(select 'hits' as field, '' as value, coalesce(sum(count), 0)::int as count from kind where misses = 0)
union all
(select 'all', '', (coalesce(sum(count), 0) < case when coalesce($1::text[], $2, $3, $4, $5, $6, $7, $8) is null and $9::jsonb is null or $10::jsonb is not null
                  then $14::int else 4 * $14::int end)::int from found)
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
(select 'tag', tag, sum(count)::int as count from tagged cross join lateral unnest(tags) as tag
  group by tag order by count desc, tag limit 30)
union all
(select 'source', source, sum(count)::int as count from kind cross join lateral unnest(sources) as source
  where misses = 0 or not coalesce(sources && $8, true) group by source order by count desc, source limit 30)
