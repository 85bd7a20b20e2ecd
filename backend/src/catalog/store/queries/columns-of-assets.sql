-- Columns of many assets.
--
-- $1 asset_ids  bigint[]
-- →  one row per column, in order of asset and place in it
--
-- Reads asset_column_asset_id_path_key.
select id, asset_id, path, ordinal, type, nullable, description, tags, is_primary_key, is_declared,
       greatest(class_level, derived_level) as class_level, class_categories || derived_categories as class_categories,
       coalesce(class_subtypes || derived_subtypes, '{}') as class_subtypes,
       is_derived(class_level, class_categories, derived_level, derived_categories) as class_is_derived,
       coalesce(class_exact, false) as class_is_exact
  from asset_column
 where asset_id = any ($1::bigint[])
 order by asset_id, ordinal, path
