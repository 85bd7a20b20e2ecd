-- Documents that fit a text and a filter, in order of name.
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
-- $16 first            int      1..101
-- $17 after_name       text     lower case; name and asset_id of the last hit of the page before, null for the first page
-- $18 after_id         bigint
-- →  asset_id bigint, name text   names in lower case, by code point
--
-- Without a text it walks search_document_prefix_idx in its own order.
select document.asset_id, lower(document.name) as name
  from search_document document
 where (($13::text = '' and $14::text = '')
        or ($13::text <> '' and document.tsv @@ $13::tsquery)
        or ($14::text <> '' and lower(document.name) ~>=~ $14 and lower(document.name) ~<~ $15))
   and search_misses(document, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) = 0
   and ($9::text[] is null or search_tokens(document) @> $9)
   and ($10::text[] is null or not search_tokens(document) && $10)
   and ($11::text[] is null or search_tokens(document) && $11)
   and ($12::text[] is null or search_tokens(document) && $12)
   and ($17::text is null or lower(document.name) ~>~ $17 or (lower(document.name) = $17 and document.asset_id > $18::bigint))
 order by lower(document.name) using ~<~, document.asset_id
 limit $16::int
