-- Removes a delivery whose sender went away before it was acknowledged.
--
-- $1 id  bigint
delete from delivery
 where id = $1::bigint
   and status = 'RECEIVING'
