-- Takes the oldest waiting events out of the queue, for as long as this transaction lasts; if it fails they wait again.
--
-- $1 limit  int
-- $2 ids    bigint[]  only these; null: any
-- →  id bigint, received_at text, sender text, bytes bytea, attempts int    oldest first
with taken as (
  delete from event_pending
   where id in (select id from event_pending
                 where $2::bigint[] is null or id = any ($2::bigint[])
                 order by id limit $1::int for update skip locked)
  returning id, received_at, attempts
)
select taken.id, taken.received_at::text as received_at, inbox.sender, inbox.bytes, taken.attempts
  from taken
  join event_inbox inbox on inbox.id = taken.id and inbox.received_at = taken.received_at
 order by taken.id
