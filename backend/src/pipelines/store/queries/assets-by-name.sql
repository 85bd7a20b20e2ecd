-- Assets by a canonical spelling.
--
-- $1 namespaces  text[]
-- $2 names       text[]
-- $3 are_jobs    boolean[]
-- →  place int (from 1), asset_id bigint    of those that are known
--
-- Reads asset_identifier and namespace (catalog).
select wanted.place::int as place, identifier.asset_id
  from unnest($1::text[], $2::text[], $3::boolean[]) with ordinality as wanted (namespace, name, is_job, place)
  join namespace on namespace.name = wanted.namespace
  join asset_identifier identifier on identifier.namespace_id = namespace.id and identifier.name = wanted.name
       and identifier.is_job = wanted.is_job
