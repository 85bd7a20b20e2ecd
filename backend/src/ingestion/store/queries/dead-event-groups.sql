-- Dead and refused events by kind of mistake, the latest first.
--
-- $1 before_id  bigint   of the last group before; null for the first page
-- $2 first      int
-- →  fingerprint, status, code, message text, count int, first_at, last_at timestamptz, last_id bigint
--
-- Discarded ones are not shown. Reads dead_event_group_idx.
select fingerprint, status, (array_agg(code order by id desc))[1] as code,
       (array_agg(message order by id desc))[1] as message, count(*)::int as count, min(failed_at) as first_at,
       max(failed_at) as last_at, max(id) as last_id
  from dead_event
 where status <> 'DISCARDED'
 group by fingerprint, status
having $1::bigint is null or max(id) < $1::bigint
 order by max(id) desc
 limit $2::int
