-- One asset by the id that clients know; an id of a merged asset finds what it became.
--
-- $1 public_id  uuid
-- →  the fields of Asset, by their names in TypeScript; no row when there is none
--
-- Reads asset_public_id_key, then asset_redirect's primary key.
select asset.id as "internalId", asset.public_id as id, namespace.name as namespace, asset.name,
       asset.display_name as "displayName", asset.type, asset.status, asset.status_reason as "statusReason",
       asset.platform, asset.layer, asset.location, asset.owner, asset.description, asset.tags,
       asset.is_encrypted as "isEncrypted", asset.has_access_logging as "hasAccessLogging", asset.region,
       greatest(asset.class_level, asset.derived_level) as "classLevel",
       asset.class_categories || asset.derived_categories as "classCategories",
       is_derived(asset.class_level, asset.class_categories, asset.derived_level, asset.derived_categories) as "classIsDerived",
       asset.properties,
       asset.column_count as "columnCount", asset.upstream_count as "upstreamCount",
       asset.downstream_count as "downstreamCount", asset.created_at as "createdAt", asset.updated_at as "updatedAt"
  from asset
  join namespace on namespace.id = asset.namespace_id
 where asset.id = coalesce(
         (select id from asset where public_id = $1::uuid),
         (select asset_id from asset_redirect where old_public_id = $1::uuid))
