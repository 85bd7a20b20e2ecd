-- Gives everything that names or describes one asset to another, and leaves a redirect behind.
--
-- $1 from_id  bigint
-- $2 into_id  bigint
-- $3 reason   text     for people: why these spellings are one asset
-- →  nothing
with spelt as (
  update asset_identifier set asset_id = $2::bigint, role = case when role = 'PRIMARY' then 'ALIAS' else role end, reason = $3::text
   where asset_id = $1::bigint
), said as (
  update assertion set asset_id = $2::bigint where asset_id = $1::bigint
), linked as (
  update asset_redirect set asset_id = $2::bigint where asset_id = $1::bigint
), merged as (
  update asset_merge set asset_id = $2::bigint where asset_id = $1::bigint
)
insert into asset_redirect (old_public_id, asset_id)
select public_id, $2::bigint from asset where id = $1::bigint
