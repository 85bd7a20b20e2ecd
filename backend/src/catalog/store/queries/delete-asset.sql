-- Removes the row of an asset that has become another.
--
-- $1 asset_id  bigint
-- →  nothing
delete from asset where id = $1::bigint
