-- Columns by their numbers, of whichever assets; they say the same as in columns-of-assets.
--
-- $1 ids  bigint[]
-- →  one row per column, in no order; numbers that are gone are left out
select id, asset_id, path, ordinal, type, nullable, description, tags, is_primary_key, is_declared,
       greatest(class_level, derived_level) as class_level, class_categories || derived_categories as class_categories,
       coalesce(class_subtypes || derived_subtypes, '{}') as class_subtypes,
       is_derived(class_level, class_categories, derived_level, derived_categories) as class_is_derived,
       coalesce(class_exact, false) as class_is_exact
  from asset_column
 where id = any ($1::bigint[])
