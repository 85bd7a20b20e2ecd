-- Drops the bytes of a delivery that repeats an earlier one; the earlier one keeps them.
--
-- $1 delivery_id  bigint
delete from delivery_chunk
 where delivery_id = $1::bigint
