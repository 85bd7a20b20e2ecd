-- Makes the partitions of the event inbox for the days to come.
--
-- $1 ahead  int    days
-- →  nothing
select add_event_days($1::int)
