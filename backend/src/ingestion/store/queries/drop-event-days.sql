-- Drops the partitions of the event inbox that are over for long.
--
-- $1 keep  int    days
-- →  nothing
select drop_event_days($1::int)
