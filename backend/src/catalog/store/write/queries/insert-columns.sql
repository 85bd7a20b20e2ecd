-- Adds columns that were not there.
--
-- $1 columns  json  [ColumnRow], what is null, false or empty left out
-- →  written int
--
-- There are many rows and most fields are empty: half of the text is half of the work.
with added as (
  insert into asset_column (asset_id, path, ordinal, type, nullable, description, tags, class_level, class_categories,
                            is_primary_key, is_declared, properties)
  select asset_id, path, ordinal, type, nullable, description, coalesce(tags, '{}'), class_level,
         coalesce(class_categories, '{}'), coalesce(is_primary_key, false), coalesce(is_declared, false),
         coalesce(properties, '{}')
    from json_to_recordset($1::json) as added (
      asset_id bigint, path text, ordinal int, type text, nullable boolean, description text, tags text[],
      class_level smallint, class_categories text[], is_primary_key boolean, is_declared boolean, properties jsonb)
  returning 1
)
select count(*)::int as written from added
