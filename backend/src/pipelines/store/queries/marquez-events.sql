-- Events that are understood, as they came in, less the secrets in them; in order of arrival.
--
-- $1 before     timestamptz   received earlier
-- $2 after      timestamptz   received then or later
-- $3 ascending  boolean
-- $4 limit      int
-- $5 offset     int
-- →  text text, total bigint    total: all events ever understood, as counted; one row with a null text when none fits
--
-- What still waits, or could not be understood, still has its secrets: it is left out.
-- Reads event_inbox, event_pending, dead_event and event_count (ingestion); the inbox by its primary key.
with page as (
  (select inbox.id, inbox.bytes
     from event_inbox inbox
    where not $3::boolean and inbox.received_at < $1::timestamptz and inbox.received_at >= $2::timestamptz
      and not exists (select from event_pending waiting where waiting.id = inbox.id)
      and not exists (select from dead_event dead where dead.id = inbox.id)
    order by inbox.id desc
    limit $4::int offset $5::int)
  union all
  (select inbox.id, inbox.bytes
     from event_inbox inbox
    where $3::boolean and inbox.received_at < $1::timestamptz and inbox.received_at >= $2::timestamptz
      and not exists (select from event_pending waiting where waiting.id = inbox.id)
      and not exists (select from dead_event dead where dead.id = inbox.id)
    order by inbox.id
    limit $4::int offset $5::int)
)
select convert_from(page.bytes, 'UTF8') as text, counted.total
  from (select coalesce(sum(processed), 0)::bigint as total from event_count) as counted
  left join page on true
 order by case when $3::boolean then page.id end, case when not $3::boolean then page.id end desc
