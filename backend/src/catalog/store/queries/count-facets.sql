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
-- $9  demanded         text[]   search_tokens that must all be there
-- $10 excluded         text[]   search_tokens of which none may be there
-- $11 any_of           text[]   search_tokens of which one must be there (statuses)
-- $12 any_of_too       text[]   as $11 (categories)
-- $13 query            text     a tsquery; all documents fit when it and $14 are empty
-- $14 text             text     names that start with it fit too; the end of their range is $15
-- $15 prefix_end       text
-- $16 most             int      documents looked at
-- →  field text, value text, count int   at most 30 of each field, most frequent first
--
-- One pass: a document that misses one list alone counts for that list's facet only, which is what the facet shows
-- when its own list is left aside.
with pool as materialized (
  select document.type, document.platform, document.namespace, coalesce(document.layer, 'none') as layer,
         coalesce(document.owner, 'none') as owner, coalesce(document.classification, 'none') as classification,
         document.tags, document.sources,
         ($1::text[] is null or document.type = any ($1::text[])) as fits_type,
         ($2::text[] is null or document.platform = any ($2::text[])) as fits_platform,
         ($3::text[] is null or document.namespace = any ($3::text[])) as fits_namespace,
         ($4::text[] is null or coalesce(document.layer, 'none') = any ($4::text[])) as fits_layer,
         ($5::text[] is null or lower(coalesce(document.owner, 'none')) = any ($5::text[])) as fits_owner,
         ($6::text[] is null or coalesce(document.classification, 'none') = any ($6::text[])) as fits_classification,
         ($7::text[] is null or lower(document.tags::text)::text[] && $7) as fits_tag,
         ($8::text[] is null or document.sources && $8) as fits_source,
         search_misses(document, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) as misses
    from search_document document
   where (($13::text = '' and $14::text = '')
        or ($13::text <> '' and document.tsv @@ $13::tsquery)
        or ($14::text <> '' and lower(document.name) ~>=~ $14 and lower(document.name) ~<~ $15))
     and search_misses(document, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) <= 1
     and ($9::text[] is null or search_tokens(document) @> $9)
     and ($10::text[] is null or not search_tokens(document) && $10)
     and ($11::text[] is null or search_tokens(document) && $11)
     and ($12::text[] is null or search_tokens(document) && $12)
   limit $16::int
)
(select 'type' as field, type as value, count(*)::int as count from pool where misses = 0 or not fits_type
  group by type order by count desc, value limit 30)
union all
(select 'platform' as field, platform as value, count(*)::int as count from pool where misses = 0 or not fits_platform
  group by platform order by count desc, value limit 30)
union all
(select 'namespace' as field, namespace as value, count(*)::int as count from pool where misses = 0 or not fits_namespace
  group by namespace order by count desc, value limit 30)
union all
(select 'layer' as field, layer as value, count(*)::int as count from pool where misses = 0 or not fits_layer
  group by layer order by count desc, value limit 30)
union all
(select 'owner' as field, owner as value, count(*)::int as count from pool where misses = 0 or not fits_owner
  group by owner order by count desc, value limit 30)
union all
(select 'classification' as field, classification as value, count(*)::int as count from pool where misses = 0 or not fits_classification
  group by classification order by count desc, value limit 30)
union all
(select 'tag', tag, count(*)::int as count from pool cross join lateral unnest(tags) as tag where misses = 0 or not fits_tag
  group by tag order by count desc, tag limit 30)
union all
(select 'source', source, count(*)::int as count from pool cross join lateral unnest(sources) as source where misses = 0 or not fits_source
  group by source order by count desc, source limit 30)
