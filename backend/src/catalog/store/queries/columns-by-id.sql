-- Columns by their numbers, of whichever assets.
--
-- $1 ids  bigint[]
-- →  one row per column, in no order; numbers that are gone are left out
select id, asset_id, path, ordinal, type, nullable, description, tags, class_level, class_categories,
       is_primary_key, is_declared
  from asset_column
 where id = any ($1::bigint[])
