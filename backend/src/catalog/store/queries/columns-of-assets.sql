-- Columns of many assets.
--
-- $1 asset_ids  bigint[]
-- →  one row per column, in order of asset and place in it
--
-- Reads asset_column_asset_id_path_key.
select id, asset_id, path, ordinal, type, nullable, description, tags, class_level, class_categories,
       is_primary_key, is_declared
  from asset_column
 where asset_id = any ($1::bigint[])
 order by asset_id, ordinal, path
