-- Closes the receiving of a delivery: from here on it is acknowledged and counts in the ledger.
--
-- $1 id            bigint
-- $2 content_hash  text     sha-256 over part names and inflated bytes
-- $3 byte_count    bigint   inflated
-- →  id bigint    empty when the delivery is not being received any more
update delivery
   set status = 'PENDING', content_hash = $2::text, byte_count = $3::bigint
 where id = $1::bigint
   and status = 'RECEIVING'
returning id
