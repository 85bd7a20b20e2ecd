-- Every spelling that finds each of many assets.
--
-- $1 asset_ids  bigint[]
-- →  one row per spelling; the primary one first, then in order of namespace and name
--
-- Reads asset_identifier_asset_idx.
select identifier.asset_id, namespace.name as namespace, identifier.name, identifier.role, identifier.reason,
       identifier.raw_namespace, identifier.raw_name, source.label as source,
       identifier.first_seen, identifier.last_seen
  from asset_identifier as identifier
  join namespace on namespace.id = identifier.namespace_id
  left join source on source.id = identifier.source_id
 where identifier.asset_id = any ($1::bigint[])
 order by identifier.asset_id, identifier.role <> 'PRIMARY', namespace.name, identifier.name
