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
-- $9  demanded         text[]   search_tokens that must all be there
-- $10 excluded         text[]   search_tokens of which none may be there
-- $11 any_of           text[]   search_tokens of which one must be there (statuses)
-- $12 any_of_too       text[]   as $11 (categories)
-- $13 first            int      1..101
-- $14 after_popularity real     of the last hit of the page before; null for the first page
-- $15 after_id         bigint
-- →  asset_id bigint, score float8   most popular first, then by id
--
-- Walks search_document_rank_idx in its own order until the page is full.
select document.asset_id, document.popularity::text::float8 as score
  from search_document document
 where search_misses(document, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) = 0
   and ($9::text[] is null or search_tokens(document) @> $9)
   and ($10::text[] is null or not search_tokens(document) && $10)
   and ($11::text[] is null or search_tokens(document) && $11)
   and ($12::text[] is null or search_tokens(document) && $12)
   and ($14::real is null or (document.popularity, document.asset_id) < ($14::real, $15::bigint))
 order by document.popularity desc, document.asset_id desc
 limit $13::int
