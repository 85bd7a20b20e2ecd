-- Stores events that have just arrived, puts them into the queue and counts them.
--
-- $1 bytes    bytea    of all events, one after the other
-- $2 starts   int[]    from 1
-- $3 lengths  int[]
-- $4 senders  text[]
-- $5 lane     smallint of this process
-- →  nothing
--
-- One value for all bytes: it travels as it is, where an array would be spelt out in hexadecimal digits.
with stored as (
  insert into event_inbox (sender, bytes)
  select sender, substring($1::bytea from start for length)
    from unnest($2::int[], $3::int[], $4::text[]) as said (start, length, sender)
  returning id, received_at
), queued as (
  insert into event_pending (id, received_at) select id, received_at from stored
)
insert into event_count as counted (minute, lane, received, bytes)
values (date_trunc('minute', now()), $5::smallint, cardinality($2::int[]), length($1::bytea))
on conflict (minute, lane) do update set received = counted.received + excluded.received, bytes = counted.bytes + excluded.bytes
