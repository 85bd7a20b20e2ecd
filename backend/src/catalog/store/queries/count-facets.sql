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
-- $14 most             int      documents looked at
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
   where (($11::text = '' and $12::text = '')
        or ($11::text <> '' and document.tsv @@ $11::tsquery)
        or ($12::text <> '' and lower(document.name) ~>=~ $12 and lower(document.name) ~<~ $13))
     and search_misses(document, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) <= 1
     and search_document_fits(document, $9::jsonb)
     and ($10::jsonb is null or exists (
           select from asset where asset.id = document.asset_id and search_asset_fits(asset, $10::jsonb)))
   limit $14::int
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
