-- Shows columns as they are projected now; they keep their ids, and what follows from lineage unless a steward's word
-- stands instead.
--
-- $1 columns  json  [ColumnRow with id]    only those that differ
-- →  written int
with shown as (
  update asset_column
     set path = now.path, ordinal = now.ordinal, type = now.type, nullable = now.nullable, description = now.description,
         tags = now.tags, class_level = now.class_level, class_categories = now.class_categories,
         class_subtypes = now.class_subtypes, class_exact = now.class_exact,
         derived_level = case when not now.class_exact is true then asset_column.derived_level end,
         derived_categories = case when not now.class_exact is true then asset_column.derived_categories end,
         derived_subtypes = case when not now.class_exact is true then asset_column.derived_subtypes end,
         is_primary_key = now.is_primary_key, is_declared = now.is_declared, properties = now.properties
    from json_to_recordset($1::json) as now (
      id bigint, path text, ordinal int, type text, nullable boolean, description text, tags text[],
      class_level smallint, class_categories text[], class_subtypes text[], class_exact boolean, is_primary_key boolean, is_declared boolean, properties jsonb)
   where asset_column.id = now.id
  returning 1
)
select count(*)::int as written from shown
