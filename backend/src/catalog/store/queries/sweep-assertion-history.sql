-- Forgets what sources used to say and have not said for long, some of it at a time.
--
-- $1 days   int    since they said something else
-- $2 limit  int
-- →  gone int
--
-- Reads assertion_history_end_idx.
with swept as (
  delete from assertion_history
   where ctid = any (array(
     select ctid from assertion_history where closed_at < now() - make_interval(days => $1::int) limit $2::int))
  returning 1
)
select count(*)::int as gone from swept
