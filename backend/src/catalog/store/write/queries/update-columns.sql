-- Shows columns as they are projected now; they keep their ids.
--
-- $1 columns  json  [ColumnRow with id]    only those that differ
-- →  written int
with shown as (
  update asset_column
     set path = now.path, ordinal = now.ordinal, type = now.type, nullable = now.nullable, description = now.description,
         tags = now.tags, class_level = now.class_level, class_categories = now.class_categories,
         is_primary_key = now.is_primary_key, is_declared = now.is_declared, properties = now.properties
    from json_to_recordset($1::json) as now (
      id bigint, path text, ordinal int, type text, nullable boolean, description text, tags text[],
      class_level smallint, class_categories text[], is_primary_key boolean, is_declared boolean, properties jsonb)
   where asset_column.id = now.id
  returning 1
)
select count(*)::int as written from shown
