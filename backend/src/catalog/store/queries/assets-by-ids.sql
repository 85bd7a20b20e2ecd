-- Assets by the catalog's own numbers.
--
-- $1 ids  bigint[]   any number, repeats allowed
-- →  all shown facts of each asset that is there; in no order
--
-- Reads the primary key; the caller puts rows in order, which is cheaper than sorting wide rows here.
select asset.id, asset.public_id, namespace.name as namespace, asset.name, asset.display_name, asset.type, asset.status, asset.status_reason,
       asset.platform, asset.layer, asset.location, asset.owner, asset.description, asset.tags, asset.is_encrypted,
       asset.has_access_logging, asset.region, asset.class_level, asset.class_categories, asset.properties,
       asset.column_count, asset.upstream_count, asset.downstream_count, asset.created_at, asset.updated_at
  from asset
  join namespace on namespace.id = asset.namespace_id
 where asset.id = any ($1::bigint[])
