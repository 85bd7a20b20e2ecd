-- Assets as policies see them, without their columns and neighbours.
--
-- $1 ids  bigint[]
-- →  the asset's facts, what its namespace says of encryption, logging and region, and the properties that policies
--    read; only assets that a source vouches for
--
-- Reads asset and namespace (catalog).
select asset.id, asset.public_id, asset.name, asset.display_name, namespace.name as namespace, asset.platform,
       namespace.environment, asset.type, asset.layer, asset.owner, left(asset.description, 1000) as description,
       asset.tags, greatest(asset.class_level, asset.derived_level) as class_level,
       effective_categories(asset.class_categories, asset.derived_categories) as class_categories, asset.is_encrypted, asset.has_access_logging, asset.region,
       namespace.is_encrypted as namespace_is_encrypted, namespace.has_access_logging as namespace_has_access_logging,
       namespace.region as namespace_region, asset.updated_at,
       (select jsonb_object_agg(key, value)
          from jsonb_each(asset.properties)
         where key in ('materialized', 'package', 'group', 'meta', 'domain', 'tier', 'isContractEnforced', 'freshness',
                       'maxLoadedAt', 'retentionDays', 'retentionMs', 'retention.ms', 'ttlSeconds', 'cleanupPolicy',
                       'cleanup.policy')) as properties
  from asset
  join namespace on namespace.id = asset.namespace_id
 where asset.id = any ($1::bigint[]) and asset.status = 'ACTIVE'
 order by asset.id
