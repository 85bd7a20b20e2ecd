-- Jobs of a namespace, in order of name.
--
-- $1 namespace  text   null for all
-- $2 limit      int
-- $3 offset     int
-- →  ids bigint[] or null, total int    one row
select (select array_agg(page.id order by page.namespace, page.name)
          from (select id, namespace, name from job
                 where $1::text is null or namespace = $1
                 order by namespace, name
                 limit $2::int offset $3::int) as page) as ids,
       (select count(*)::int from job where $1::text is null or namespace = $1) as total
