-- Counts what became of events.
--
-- $1 lane          smallint
-- $2 processed     int
-- $3 deduplicated  int
-- →  nothing
insert into event_count as counted (minute, lane, processed, deduplicated)
values (date_trunc('minute', now()), $1::smallint, $2::int, $3::int)
on conflict (minute, lane) do update
   set processed = counted.processed + excluded.processed, deduplicated = counted.deduplicated + excluded.deduplicated
