-- Assets of a namespace that are no jobs, in order of name.
--
-- $1 namespace  text
-- $2 limit      int
-- $3 offset     int
-- →  ids bigint[] or null, total int    one row
--
-- Reads asset and namespace (catalog).
with wanted as (
  select asset.id, asset.name
    from namespace
    join asset on asset.namespace_id = namespace.id and asset.type <> 'JOB'
   where namespace.name = $1::text
)
select (select array_agg(page.id order by page.name)
          from (select id, name from wanted order by name limit $2::int offset $3::int) as page) as ids,
       (select count(*)::int from wanted) as total
