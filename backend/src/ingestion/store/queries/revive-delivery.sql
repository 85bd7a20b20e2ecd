-- Puts a dead letter back into the queue.
--
-- $1 public_id   uuid
-- $2 parameters  jsonb    laid over those it came with
-- →  id bigint    empty when it is not dead
update delivery
   set status = 'PENDING', attempts = 0, claimed_until = null, finished_at = null,
       parameters = parameters || $2::jsonb
 where public_id = $1::uuid
   and status = 'DEAD'
returning id
