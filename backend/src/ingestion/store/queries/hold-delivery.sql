-- Locks a pending delivery for the transaction that processes it.
--
-- $1 id  bigint
-- →  id, public_id, connector, parameters, sender, content_hash, received_at, request_id    empty when another worker has it
select id, public_id, connector, parameters, sender, content_hash, received_at, request_id
  from delivery
 where id = $1::bigint
   and status = 'PENDING'
   for update skip locked
