-- Namespaces in order of name, with how many assets live in each.
--
-- $1 after  int    id of the last one seen; null: from the first
-- $2 count  int    1..100
-- →  id, name, platform, is_weak, environment, region, default_database, default_schema, case_policy, owner, asset_count int,
--    total int    of all namespaces
--
-- Counts by the unique index of asset, for the namespaces of the page alone.
select namespace.id::text, namespace.name, namespace.platform, namespace.is_weak, namespace.environment, namespace.region,
       namespace.defaults ->> 'database' as default_database, namespace.defaults ->> 'schema' as default_schema,
       namespace.case_policy, namespace.owner,
       (select count(*) from asset where asset.namespace_id = namespace.id)::int as asset_count,
       (select count(*) from namespace)::int as total
  from namespace
 where $1::int is null or namespace.name > (select name from namespace where id = $1::int)
 order by namespace.name
 limit $2::int
