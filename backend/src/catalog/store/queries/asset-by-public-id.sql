-- One asset by the id that clients know; an id of a merged asset finds what it became.
--
-- $1 public_id  uuid
-- →  all shown facts of the asset; no row when there is none
--
-- Reads asset_public_id_key, then asset_redirect's primary key.
select asset.id, asset.public_id, namespace.name as namespace, asset.name, asset.display_name, asset.type, asset.status, asset.status_reason,
       asset.platform, asset.layer, asset.location, asset.owner, asset.description, asset.tags, asset.is_encrypted,
       asset.has_access_logging, asset.region, asset.class_level, asset.class_categories, asset.properties,
       asset.column_count, asset.upstream_count, asset.downstream_count, asset.created_at, asset.updated_at
  from asset
  join namespace on namespace.id = asset.namespace_id
 where asset.id = coalesce(
         (select id from asset where public_id = $1::uuid),
         (select asset_id from asset_redirect where old_public_id = $1::uuid))
