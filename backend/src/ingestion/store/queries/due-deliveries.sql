-- Pending deliveries that may be tried now, oldest first.
--
-- $1 limit  int
-- →  id bigint
select id
  from delivery
 where status = 'PENDING'
   and (claimed_until is null or claimed_until <= clock_timestamp())
 order by id
 limit $1::int
