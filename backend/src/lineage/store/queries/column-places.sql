-- Which asset each of many columns belongs to, and under which path. Reads asset_column (catalog).
--
-- $1 ids  bigint[]
-- →  id bigint, asset_id bigint, path text   in no order
select id, asset_id, path from asset_column where id = any ($1::bigint[])
