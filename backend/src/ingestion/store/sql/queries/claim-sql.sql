-- Takes the next assets out of the queue; they are back when the transaction fails.
--
-- $1 limit  int
-- →  asset_id bigint
--
-- Those that nothing waiting feeds come first: what SQL gives depends on the columns of what it reads, and an asset that
-- is read before its parents has to be read again after each of them. Of a long queue the oldest 20,000 are looked at.
-- Reads lineage_edge (lineage).
delete from sql_queue
 where asset_id in (
   select waiting.asset_id
     from sql_queue waiting
    where (waiting.queued_at, waiting.asset_id) <= (
            select coalesce(max(last.queued_at), 'infinity'), coalesce(max(last.asset_id), 0)
              from (select queued_at, asset_id from sql_queue order by queued_at, asset_id offset 20000 limit 1) last)
    order by exists (select from lineage_edge edge
                       join sql_queue parent on parent.asset_id = edge.upstream_id
                      where edge.downstream_id = waiting.asset_id),
             waiting.queued_at, waiting.asset_id
    limit $1::int for update skip locked)
returning asset_id
