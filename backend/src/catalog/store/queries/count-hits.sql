-- How many documents fit a text and a filter.
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
-- $14 most             int      stop counting there
-- →  count int   at most $14
--
-- Lists are compared with kinds, of which there are far fewer than documents; `is true` keeps that a look-up per
-- candidate: joined, they make the planner walk all documents of the kinds instead of those that have the words.
-- Reads search_document_tsv_idx, search_document_prefix_idx.
with wanted as materialized (
  select search_kind.kind from search_kind
   where search_kind_misses(search_kind, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $8::text[]) = 0
     and search_kind_fits(search_kind, $9::jsonb)
)
select count(*)::int as count
  from (
    select document.asset_id
      from search_document document
     where (($11::text = '' and $12::text = '')
        or ($11::text <> '' and document.tsv @@ $11::tsquery)
        or ($12::text <> '' and lower(document.name) ~>=~ $12 and lower(document.name) ~<~ $13))
       and (coalesce($1::text[], $2, $3, $4, $5, $6, $8) is null and $9::jsonb is null
            or (document.kind in (select kind from wanted)) is true)
       and ($7::text[] is null or lower(document.tags::text)::text[] && $7)
       and search_tags_fit(document.tags, $9::jsonb)
       and ($10::jsonb is null or exists (
             select from asset where asset.id = document.asset_id and search_asset_fits(asset, $10::jsonb)))
     limit $14::int
  ) as hit
