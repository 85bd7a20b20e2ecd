-- Locks a pending delivery for the transaction that processes it.
--
-- $1 id  bigint
-- →  id, public_id, connector, parameters, sender, content_hash, received_at    empty when another worker has it
select id, public_id, connector, parameters, sender, content_hash, received_at
  from delivery
 where id = $1::bigint
   and status = 'PENDING'
   for update skip locked
