-- Events per minute, the latest first; minutes in which nothing happened are left out.
--
-- $1 minutes  int
-- →  minute timestamptz, received, processed, deduplicated, refused, bytes: float8
select minute, sum(received)::float8 as received, sum(processed)::float8 as processed,
       sum(deduplicated)::float8 as deduplicated, sum(refused)::float8 as refused, sum(bytes)::float8 as bytes
  from event_count
 where minute >= date_trunc('minute', now()) - make_interval(mins => $1::int)
 group by minute
 order by minute desc
