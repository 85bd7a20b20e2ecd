-- One namespace, held for a change.
--
-- $1 id  int
-- →  id, name, platform, is_weak, environment, region, default_database, default_schema, case_policy, owner, asset_count int
select namespace.id::text, namespace.name, namespace.platform, namespace.is_weak, namespace.environment, namespace.region,
       namespace.defaults ->> 'database' as default_database, namespace.defaults ->> 'schema' as default_schema,
       namespace.case_policy, namespace.owner,
       (select count(*) from asset where asset.namespace_id = namespace.id)::int as asset_count
  from namespace
 where namespace.id = $1::int
   for update of namespace
