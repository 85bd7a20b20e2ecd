-- The moment that a transaction sees: which changes of the graph it includes.
--
-- →  snapshot text, seq bigint    seq of the last change, 0 before the first
select pg_current_snapshot()::text as snapshot, coalesce((select max(seq) from graph_change), 0) as seq
