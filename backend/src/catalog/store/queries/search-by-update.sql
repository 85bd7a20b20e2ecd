-- Documents that fit a text and a filter, latest change first.
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
-- $14 first            int      1..101
-- $15 after_time       text     timestamp and asset_id of the last hit of the page before; null for the first page
-- $16 after_id         bigint
-- →  asset_id bigint, updated_at text   the whole precision of the database, which a Date does not have
--
-- Without a text it walks asset_updated_idx in its own order.
select asset.id as asset_id, asset.updated_at::text as updated_at
  from asset
  join search_document document on document.asset_id = asset.id
 where (($11::text = '' and $12::text = '')
        or ($11::text <> '' and document.tsv @@ $11::tsquery)
        or ($12::text <> '' and lower(document.name) ~>=~ $12 and lower(document.name) ~<~ $13))
   and search_misses(document, $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) = 0
   and search_document_fits(document, $9::jsonb)
   and ($10::jsonb is null or exists (
         select from asset where asset.id = document.asset_id and search_asset_fits(asset, $10::jsonb)))
   and ($15::text is null or (asset.updated_at, asset.id) < ($15::timestamptz, $16::bigint))
 order by asset.updated_at desc, asset.id desc
 limit $14::int
