-- Puts dead and refused events back into the queue, as if they had just arrived.
--
-- $1 fingerprint  text    all of this kind; null: by id
-- $2 public_ids   uuid[]  these; null: by kind
-- $3 bytes        bytea   what to process in place of what was sent; null: as it was
-- $4 lane         smallint
-- →  public_id uuid    of those that were revived
--
-- What was refused counts as received from now on. Events whose bytes are gone stay. At most 10,000 at once.
with chosen as (
  delete from dead_event
   where id in (select id from dead_event
                 where status in ('DEAD', 'REFUSED') and bytes is not null
                   and ($1::text is null or fingerprint = $1::text)
                   and ($2::uuid[] is null or public_id = any ($2::uuid[]))
                   and ($1::text is not null or $2::uuid[] is not null)
                 order by id limit 10000)
  returning id, public_id, sender, bytes, was_received
), stored as (
  insert into event_inbox (id, received_at, sender, bytes)
  select id, now(), sender, coalesce($3::bytea, bytes) from chosen
  returning id, received_at
), queued as (
  insert into event_pending (id, received_at) select id, received_at from stored
), counted as (
  insert into event_count as counted (minute, lane, received)
  select date_trunc('minute', now()), $4::smallint, count(*) from chosen where not was_received
  having count(*) > 0
  on conflict (minute, lane) do update set received = counted.received + excluded.received
)
select public_id from chosen
