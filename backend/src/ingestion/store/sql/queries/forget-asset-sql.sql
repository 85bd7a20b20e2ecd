-- Forgets the findings of assets that have no SQL any more.
--
-- $1 asset_ids  bigint[]
-- →  nothing
delete from asset_sql where asset_id = any ($1::bigint[])
