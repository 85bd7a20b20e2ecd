-- Audit entries, newest first, one page.
--
-- $1 filter  jsonb    { objects, actors, actions: text[] (an action that ends in a dot: all that begin so), since, until:
--                       timestamptz }; absent says nothing
-- $2 before  bigint   the last page's last number; null: from the start
-- $3 count   int      1..5001
-- →  id text, at timestamptz, actor text, action text, object text, before jsonb, after jsonb, reason text, request_id text
select seq::text as id, at, actor, action, object, before, after, reason, request_id as "requestId"
  from audit_entry entry
 where audit_fits(entry, $1::jsonb)
   and ($2::bigint is null or seq < $2::bigint)
 order by seq desc
 limit $3::int
