-- The best hits of a text search.
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
-- $11 query            text     a tsquery, not empty unless nothing but $12 is to match
-- $12 text             text     what was typed, lower case, without filters; empty: names are not compared with it
-- $13 prefix_end       text     upper end of the range of names that start with $12
-- $14 whole_query      text     $11 with its last word whole; empty when $11 is
-- $15 first            int      1..101
-- $16 after_score      float8   score and asset_id of the last hit of the page before; null for the first page
-- $17 after_id         bigint
-- →  asset_id bigint, score float8   best first, then by id
--
-- Ranking every match costs more than finding it, so at most 1,000 candidates are ranked: the exact name, names that
-- start with the text, names that have the words, names that have their beginnings, then documents that have them
-- anywhere. Each kind is only looked for when those before it leave room: finding all that begins with a word is the
-- dearest. An asset of two kinds has the same score in both. The score puts an exact name first.
-- `is true` keeps the second index out where the first one has found few already.
-- Filters are compared with kinds, of which there are far fewer than documents; `is true` keeps that a look-up per
-- candidate. Reads search_document_qualified_idx, search_document_prefix_idx, search_document_name_idx, search_document_tsv_idx.
with wanted as materialized (
  select search_kind.kind from search_kind
   where search_kind_misses(search_kind, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $8::text[]) = 0
     and search_kind_fits(search_kind, $9::jsonb)
), found as (
  (select document.asset_id, document.name, document.qualified, document.popularity, document.tsv, 0 as base
     from search_document document
    where $12::text <> '' and document.qualified = $12
      and (coalesce($1::text[], $2, $3, $4, $5, $6, $8) is null and $9::jsonb is null
           or (document.kind in (select kind from wanted)) is true)
      and ($7::text[] is null or lower(document.tags::text)::text[] && $7)
      and search_tags_fit(document.tags, $9::jsonb)
      and ($10::jsonb is null or exists (
            select from asset where asset.id = document.asset_id and search_asset_fits(asset, $10::jsonb)))
    limit 10)
  union all
  (select document.asset_id, document.name, document.qualified, document.popularity, document.tsv, 0 as base
     from search_document document
    where $12::text <> '' and lower(document.name) ~>=~ $12 and lower(document.name) ~<~ $13
      and (coalesce($1::text[], $2, $3, $4, $5, $6, $8) is null and $9::jsonb is null
           or (document.kind in (select kind from wanted)) is true)
      and ($7::text[] is null or lower(document.tags::text)::text[] && $7)
      and search_tags_fit(document.tags, $9::jsonb)
      and ($10::jsonb is null or exists (
            select from asset where asset.id = document.asset_id and search_asset_fits(asset, $10::jsonb)))
    order by document.popularity desc, document.asset_id desc
    limit 200)
  union all
  (select document.asset_id, document.name, document.qualified, document.popularity, document.tsv, 8 as base
     from search_document document
    where $11::text <> '' and document.name_tsv @@ $14::tsquery and (document.tsv @@ $11::tsquery) is true
      and (coalesce($1::text[], $2, $3, $4, $5, $6, $8) is null and $9::jsonb is null
           or (document.kind in (select kind from wanted)) is true)
      and ($7::text[] is null or lower(document.tags::text)::text[] && $7)
      and search_tags_fit(document.tags, $9::jsonb)
      and ($10::jsonb is null or exists (
            select from asset where asset.id = document.asset_id and search_asset_fits(asset, $10::jsonb)))
    limit 1000)
  union all
  (select document.asset_id, document.name, document.qualified, document.popularity, document.tsv, 8 as base
     from search_document document
    where $11::text <> '' and document.name_tsv @@ $11::tsquery and (document.tsv @@ $11::tsquery) is true
      and not document.name_tsv @@ $14::tsquery
      and (coalesce($1::text[], $2, $3, $4, $5, $6, $8) is null and $9::jsonb is null
           or (document.kind in (select kind from wanted)) is true)
      and ($7::text[] is null or lower(document.tags::text)::text[] && $7)
      and search_tags_fit(document.tags, $9::jsonb)
      and ($10::jsonb is null or exists (
            select from asset where asset.id = document.asset_id and search_asset_fits(asset, $10::jsonb)))
    limit 1000)
  union all
  (select document.asset_id, document.name, document.qualified, document.popularity, document.tsv, 0 as base
     from search_document document
    where $11::text <> '' and document.tsv @@ $11::tsquery and not document.name_tsv @@ $11::tsquery
      and (coalesce($1::text[], $2, $3, $4, $5, $6, $8) is null and $9::jsonb is null
           or (document.kind in (select kind from wanted)) is true)
      and ($7::text[] is null or lower(document.tags::text)::text[] && $7)
      and search_tags_fit(document.tags, $9::jsonb)
      and ($10::jsonb is null or exists (
            select from asset where asset.id = document.asset_id and search_asset_fits(asset, $10::jsonb)))
    limit 1000)
  limit 1000
), ranked as (
  select asset_id,
         max(round((
           case when qualified = $12 then 100
                when lower(name) = $12 then 60
                when right(qualified, length($12) + 1) in ('.' || $12, '/' || $12) then 50
                when $12 <> '' and starts_with(lower(name), $12) then 12
                else base
           end
           + case when $11::text = '' then 0 else ts_rank(tsv, $11::tsquery) * 6 end
           + popularity)::numeric, 5)::float8) as score
    from found
   group by asset_id
)
select asset_id, score
  from ranked
 where $16::float8 is null or (score, asset_id) < ($16::float8, $17::bigint)
 order by score desc, asset_id desc
 limit $15::int
