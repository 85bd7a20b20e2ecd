-- Assets by the catalog's own numbers, column by column.
--
-- $1 ids  bigint[]   any number, repeats allowed
-- →  one row: each field of Asset, by its name in TypeScript, as a json array of its values. The same place in every
--    array is the same asset; in no order; null instead of arrays when none is there. Empty lists and objects are null.
--
-- Arrays of json, because one text of 500 values is read several times faster than 500 fields of rows, and json_agg
-- looks a column's type up once, not once per value. All aggregates see the rows in the same order.
-- Reads the primary key.
select json_agg(asset.id) as "internalId", json_agg(asset.public_id) as id, json_agg(namespace.name) as namespace,
       json_agg(asset.name) as name, json_agg(asset.display_name) as "displayName", json_agg(asset.type) as type,
       json_agg(asset.status) as status, json_agg(asset.status_reason) as "statusReason",
       json_agg(asset.platform) as platform, json_agg(asset.layer) as layer, json_agg(asset.location) as location,
       json_agg(asset.owner) as owner, json_agg(asset.description) as description,
       json_agg(nullif(asset.tags, '{}')) as tags, json_agg(asset.is_encrypted) as "isEncrypted",
       json_agg(asset.has_access_logging) as "hasAccessLogging", json_agg(asset.region) as region,
       json_agg(greatest(asset.class_level, asset.derived_level)) as "classLevel",
       json_agg(nullif(asset.class_categories || asset.derived_categories, '{}')) as "classCategories",
       json_agg(is_derived(asset.class_level, asset.class_categories, asset.derived_level, asset.derived_categories)) as "classIsDerived",
       json_agg(nullif(asset.properties, '{}')) as properties, json_agg(asset.column_count) as "columnCount",
       json_agg(asset.upstream_count) as "upstreamCount", json_agg(asset.downstream_count) as "downstreamCount",
       json_agg(asset.created_at) as "createdAt", json_agg(asset.updated_at) as "updatedAt"
  from asset
  join namespace on namespace.id = asset.namespace_id
 where asset.id = any ($1::bigint[])
