-- Deletes the changes that a snapshot saw; the last one stays, its number is the graph's.
--
-- $1 snapshot  pg_snapshot   so old that no reader is as far behind
delete from graph_change
 where pg_visible_in_snapshot(xact, $1::pg_snapshot)
   and seq < (select max(seq) from graph_change)
