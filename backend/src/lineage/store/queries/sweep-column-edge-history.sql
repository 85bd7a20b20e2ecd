-- Forgets edges between columns that ended long ago, some at a time.
--
-- $1 days   int    since they ended
-- $2 limit  int
-- →  gone int
--
-- Reads column_edge_history_end_idx.
with swept as (
  delete from column_edge_history
   where ctid = any (array(
     select ctid from column_edge_history where valid_to < now() - make_interval(days => $1::int) limit $2::int))
  returning 1
)
select count(*)::int as gone from swept
