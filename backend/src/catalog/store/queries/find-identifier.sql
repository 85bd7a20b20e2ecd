-- The asset that a canonical spelling names to the letter.
--
-- $1 namespace_id  int
-- $2 name          text
-- $3 is_job        boolean
-- →  asset_id bigint, public_id uuid
select identifier.asset_id, asset.public_id
  from asset_identifier identifier
  join asset on asset.id = identifier.asset_id
 where identifier.namespace_id = $1::int and identifier.name = $2::text and identifier.is_job = $3::boolean
