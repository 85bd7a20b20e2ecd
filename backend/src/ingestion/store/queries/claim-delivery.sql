-- Counts an attempt at a pending delivery before it is made, so that one that kills the process is noticed.
--
-- $1 id  bigint
-- →  attempts int    empty when it is not pending, not due yet, or in another worker's hands
--
-- skip locked: whoever processes a delivery holds its row until the work is committed or given up.
with due as (
  select id
    from delivery
   where id = $1::bigint
     and status = 'PENDING'
     and (claimed_until is null or claimed_until <= clock_timestamp())
     for update skip locked
)
update delivery
   set attempts = delivery.attempts + 1
  from due
 where delivery.id = due.id
returning delivery.attempts
