-- Adds columns that were not there.
--
-- →  rows: asset_id, path, ordinal, type, nullable, description, tags, class_level, class_categories, class_subtypes,
--    class_exact, is_primary_key, is_declared, properties
copy asset_column (asset_id, path, ordinal, type, nullable, description, tags, class_level, class_categories,
                   class_subtypes, class_exact, is_primary_key, is_declared, properties) from stdin
