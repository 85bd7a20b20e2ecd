-- Spellings whose canonical form may have changed: those of given namespaces, as sources wrote or as the catalog knows them.
--
-- $1 raw_namespaces  text[]
-- $2 namespaces      text[]
-- →  namespace_id int, namespace text, name text, asset_id bigint, public_id uuid, role text, quoting_known boolean, is_job boolean,
--    raw_namespace text, raw_name text    primary ones first
select identifier.namespace_id, namespace.name as namespace, identifier.name, identifier.asset_id, asset.public_id,
       identifier.role, identifier.quoting_known, identifier.is_job, namespace.platform, identifier.raw_namespace, identifier.raw_name
  from asset_identifier identifier
  join namespace on namespace.id = identifier.namespace_id
  join asset on asset.id = identifier.asset_id
 where identifier.raw_namespace = any ($1::text[]) or namespace.name = any ($2::text[])
 order by identifier.role <> 'PRIMARY', identifier.asset_id, identifier.name
