-- Documents that fit a filter, without a text to search for.
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
-- $11 first            int      1..101
-- $12 after_popularity real     of the last hit of the page before; null for the first page
-- $13 after_id         bigint
-- →  asset_id bigint, score float8   most popular first, then by id
--
-- The most popular 1,000 are looked at first, by search_document_rank_idx; only when they do not fill the page, the best
-- of every kind that fits, by search_document_kind_idx. So neither a filter that fits much nor one that fits little has
-- to look at all documents.
with wanted as materialized (
  select search_kind.kind from search_kind
   where search_kind_misses(search_kind, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $8::text[]) = 0
     and search_kind_fits(search_kind, $9::jsonb)
), popular as materialized (
  select document.asset_id, document.popularity, document.kind, document.tags
    from search_document document
   where $12::real is null or (document.popularity, document.asset_id) < ($12::real, $13::bigint)
   order by document.popularity desc, document.asset_id desc
   limit 1000
), near as materialized (
  select popular.asset_id, popular.popularity
    from popular
   where (popular.kind in (select kind from wanted)) is true
     and ($7::text[] is null or lower(popular.tags::text)::text[] && $7)
     and search_tags_fit(popular.tags, $9::jsonb)
     and ($10::jsonb is null or exists (
           select from asset where asset.id = popular.asset_id and search_asset_fits(asset, $10::jsonb)))
   order by popular.popularity desc, popular.asset_id desc
   limit $11::int
), far as (
  select best.asset_id, best.popularity
    from wanted
   cross join lateral (
     select document.asset_id, document.popularity
       from search_document document
      where document.kind = wanted.kind
        and ($12::real is null or (document.popularity, document.asset_id) < ($12::real, $13::bigint))
        and ($7::text[] is null or lower(document.tags::text)::text[] && $7)
        and search_tags_fit(document.tags, $9::jsonb)
        and ($10::jsonb is null or exists (
              select from asset where asset.id = document.asset_id and search_asset_fits(asset, $10::jsonb)))
      order by document.popularity desc, document.asset_id desc
      limit $11::int
   ) as best
   where (select count(*) from near) < $11::int
)
select asset_id, popularity::text::float8 as score
  from (select asset_id, popularity from near where (select count(*) from near) = $11::int
        union all
        select asset_id, popularity from far) as hit
 order by popularity desc, asset_id desc
 limit $11::int
