-- How many events wait, and since when.
--
-- $1 most  int    counting stops there
-- →  waiting int, oldest timestamptz (null when none waits)    one row
select (select count(*) from (select from event_pending limit $1::int) as counted)::int as waiting,
       (select received_at from event_pending order by id limit 1) as oldest
