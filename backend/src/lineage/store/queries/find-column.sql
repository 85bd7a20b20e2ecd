-- A column of an asset by its path. Reads asset_column (catalog).
--
-- $1 asset_id  bigint
-- $2 path      text
-- →  id bigint, path text   the exact one first, then those that differ in case only
select id, path
  from asset_column
 where asset_id = $1::bigint and lower(path) = lower($2::text)
 order by path <> $2, path
 limit 2
