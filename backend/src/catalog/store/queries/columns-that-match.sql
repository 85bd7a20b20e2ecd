-- Columns of given assets whose path contains the beginning of a word.
--
-- $1 asset_ids  bigint[]
-- $2 stems      text[]    lower case
-- →  asset_id bigint, path text   at most 20 of each asset, in their order
--
-- A lateral limit per asset over asset_column_asset_id_path_key.
select want.asset_id, found.path
  from unnest($1::bigint[]) as want (asset_id)
 cross join lateral (
         select path
           from asset_column
          where asset_column.asset_id = want.asset_id
            and exists (select from unnest($2::text[]) as stem where strpos(lower(path), stem) > 0)
          order by ordinal
          limit 20
       ) as found
