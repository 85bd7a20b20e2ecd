-- The spellings of one asset, with the numbers of their namespaces; the primary one first.
--
-- $1 asset_id  bigint
-- →  namespace_id int, namespace text, name text, role text
select identifier.namespace_id, namespace.name as namespace, identifier.name, identifier.role
  from asset_identifier identifier
  join namespace on namespace.id = identifier.namespace_id
 where identifier.asset_id = $1::bigint
 order by identifier.role <> 'PRIMARY', namespace.name, identifier.name
