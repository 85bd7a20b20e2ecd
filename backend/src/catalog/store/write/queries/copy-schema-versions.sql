-- Adds versions of schemas.
--
-- →  rows: asset_id, version, columns, diff, is_breaking, observed_at, delivery_id
copy schema_version (asset_id, version, columns, diff, is_breaking, observed_at, delivery_id) from stdin
