-- A column, to be explained.
--
-- $1 asset_id  bigint
-- $2 path      text
-- →  id bigint    no row: there is no such column
--
-- Reads asset_column (catalog) by its unique key.
select id from asset_column where asset_id = $1::bigint and path = $2::text
