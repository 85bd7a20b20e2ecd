-- What happened to a violation, latest first, one page.
--
-- $1 violation_id  bigint
-- $2 before        bigint  the last event of the page before; null for the first page
-- $3 first         int     1..101
-- →  id, at, actor, kind, detail
select id::text, at, actor, kind, detail
  from violation_event
 where violation_id = $1::bigint and ($2::bigint is null or id < $2)
 order by id desc
 limit $3::int
