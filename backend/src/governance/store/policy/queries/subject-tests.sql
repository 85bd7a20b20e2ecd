-- Tests that are declared on assets.
--
-- $1 asset_ids  bigint[]
-- →  asset_id, type, severity
--
-- Reads quality_rule (quality).
select asset_id, type, severity from quality_rule where asset_id = any ($1::bigint[]) and retired_at is null
