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
-- Walks search_document_rank_idx in its own order until the page is full.
select document.asset_id, document.popularity::text::float8 as score
  from search_document document
 where search_misses(document, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) = 0
   and search_document_fits(document, $9::jsonb)
   and ($10::jsonb is null or exists (
         select from asset where asset.id = document.asset_id and search_asset_fits(asset, $10::jsonb)))
   and ($12::real is null or (document.popularity, document.asset_id) < ($12::real, $13::bigint))
 order by document.popularity desc, document.asset_id desc
 limit $11::int
