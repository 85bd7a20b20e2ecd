-- Has a notice that was given up sent again, with all its tries.
--
-- $1 id  uuid
-- →  id uuid    none: there is no such notice, or it was not given up
update webhook_delivery
   set status = 'WAITING', attempts = 0, due_at = now(), finished_at = null
 where id = $1::uuid and status = 'FAILED'
returning id
