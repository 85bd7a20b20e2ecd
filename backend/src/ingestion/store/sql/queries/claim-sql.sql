-- Takes the next assets out of the queue; they are back when the transaction fails.
--
-- $1 limit  int
-- →  asset_id bigint
delete from sql_queue
 where asset_id in (select asset_id from sql_queue order by queued_at, asset_id limit $1::int for update skip locked)
returning asset_id
