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
-- $9  demanded         text[]   search_tokens that must all be there
-- $10 excluded         text[]   search_tokens of which none may be there
-- $11 any_of           text[]   search_tokens of which one must be there (statuses)
-- $12 any_of_too       text[]   as $11 (categories)
-- $13 query            text     a tsquery, not empty unless nothing but $14 is to match
-- $14 text             text     what was typed, lower case, without filters; empty: names are not compared with it
-- $15 prefix_end       text     upper end of the range of names that start with $14
-- $16 first            int      1..101
-- $17 after_score      float8   score and asset_id of the last hit of the page before; null for the first page
-- $18 after_id         bigint
-- →  asset_id bigint, score float8   best first, then by id
--
-- Ranking every match costs more than finding it, so at most 1,000 candidates are ranked: names that start with the
-- text, then names that have the words, then documents that have them anywhere. The score puts an exact name first.
-- Reads search_document_qualified_idx, search_document_prefix_idx, search_document_name_idx, search_document_tsv_idx.
with candidate as materialized (
  select found.asset_id, min(found.tier) as tier
    from (
      (select document.asset_id, 0 as tier
         from search_document document
        where $14 <> '' and document.qualified = $14
        limit 10)
      union all
      (select document.asset_id, 1
         from search_document document
        where $14::text <> '' and lower(document.name) ~>=~ $14 and lower(document.name) ~<~ $15
          and search_misses(document, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) = 0
          and ($9::text[] is null or search_tokens(document) @> $9)
          and ($10::text[] is null or not search_tokens(document) && $10)
          and ($11::text[] is null or search_tokens(document) && $11)
          and ($12::text[] is null or search_tokens(document) && $12)
        order by document.popularity desc, document.asset_id desc
        limit 200)
      union all
      (select document.asset_id, 2
         from search_document document
        where $13::text <> '' and document.name_tsv @@ $13::tsquery
          and search_misses(document, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) = 0
          and ($9::text[] is null or search_tokens(document) @> $9)
          and ($10::text[] is null or not search_tokens(document) && $10)
          and ($11::text[] is null or search_tokens(document) && $11)
          and ($12::text[] is null or search_tokens(document) && $12)
        limit 1000)
      union all
      (select document.asset_id, 3
         from search_document document
        where $13::text <> '' and document.tsv @@ $13::tsquery
          and search_misses(document, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) = 0
          and ($9::text[] is null or search_tokens(document) @> $9)
          and ($10::text[] is null or not search_tokens(document) && $10)
          and ($11::text[] is null or search_tokens(document) && $11)
          and ($12::text[] is null or search_tokens(document) && $12)
        limit 1000)
    ) as found
   group by found.asset_id
   order by tier
   limit 1000
), ranked as (
  select document.asset_id,
         round((
           case when document.qualified = $14 then 100
                when lower(document.name) = $14 then 60
                when right(document.qualified, length($14) + 1) in ('.' || $14, '/' || $14) then 50
                when $14 <> '' and starts_with(lower(document.name), $14) then 12
                when candidate.tier = 2 then 8
                else 0
           end
           + case when $13::text = '' then 0 else ts_rank(document.tsv, $13::tsquery) * 6 end
           + document.popularity)::numeric, 5)::float8 as score
    from candidate
    join search_document document using (asset_id)
   where (candidate.tier < 2 or document.tsv @@ $13::tsquery)
     and search_misses(document, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) = 0
     and ($9::text[] is null or search_tokens(document) @> $9)
     and ($10::text[] is null or not search_tokens(document) && $10)
     and ($11::text[] is null or search_tokens(document) && $11)
     and ($12::text[] is null or search_tokens(document) && $12)
)
select asset_id, score
  from ranked
 where $17::float8 is null or (score, asset_id) < ($17::float8, $18::bigint)
 order by score desc, asset_id desc
 limit $16::int
