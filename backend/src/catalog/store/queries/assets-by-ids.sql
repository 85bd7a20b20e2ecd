-- Assets by the catalog's own numbers.
--
-- $1 ids  bigint[]   any number, repeats allowed
-- →  the fields of Asset, by their names in TypeScript, of each asset that is there; in no order
--
-- Reads the primary key; the caller puts rows in order, which is cheaper than sorting wide rows here. The driver's rows
-- are the assets: an answer of 500 has none of them copied.
select asset.id as "internalId", asset.public_id as id, namespace.name as namespace, asset.name,
       asset.display_name as "displayName", asset.type, asset.status, asset.status_reason as "statusReason",
       asset.platform, asset.layer, asset.location, asset.owner, asset.description, asset.tags,
       asset.is_encrypted as "isEncrypted", asset.has_access_logging as "hasAccessLogging", asset.region,
       asset.class_level as "classLevel", asset.class_categories as "classCategories", asset.properties,
       asset.column_count as "columnCount", asset.upstream_count as "upstreamCount",
       asset.downstream_count as "downstreamCount", asset.created_at as "createdAt", asset.updated_at as "updatedAt"
  from asset
  join namespace on namespace.id = asset.namespace_id
 where asset.id = any ($1::bigint[])
