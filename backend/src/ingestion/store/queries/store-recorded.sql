-- Stores events that are understood in this very transaction: they never wait.
--
-- $1 bytes   bytea[]
-- $2 sender  text
-- $3 lane    smallint
-- →  id bigint, received_at text    in order
with stored as (
  insert into event_inbox (sender, bytes)
  select $2::text, said.bytes from unnest($1::bytea[]) with ordinality as said (bytes, place) order by said.place
  returning id, received_at, length(bytes) as size
), counted as (
  insert into event_count as counted (minute, lane, received, bytes)
  select date_trunc('minute', now()), $3::smallint, count(*), coalesce(sum(size), 0) from stored
  on conflict (minute, lane) do update
     set received = counted.received + excluded.received, bytes = counted.bytes + excluded.bytes
)
select id, received_at::text as received_at from stored order by id
