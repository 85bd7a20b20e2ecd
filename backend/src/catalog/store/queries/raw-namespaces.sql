-- Every way in which sources have spelt namespaces, and where each has led.
--
-- →  raw_namespace text, namespace text
select distinct identifier.raw_namespace, namespace.name as namespace
  from asset_identifier identifier
  join namespace on namespace.id = identifier.namespace_id
