-- The assets that feed most others.
--
-- $1 first  int
-- →  id bigint   most direct consumers first; those without any, and retired ones, left out
select id
  from asset
 where status <> 'RETIRED' and downstream_count > 0
 order by downstream_count desc, id
 limit $1::int
