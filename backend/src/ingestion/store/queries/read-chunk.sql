-- One piece of a part.
--
-- $1 delivery_id  bigint
-- $2 part         text
-- $3 seq          int
-- →  bytes bytea    empty after the last
select bytes
  from delivery_chunk
 where delivery_id = $1::bigint
   and part = $2::text
   and seq = $3::int
