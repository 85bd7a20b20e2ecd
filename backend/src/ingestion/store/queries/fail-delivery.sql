-- Records a failed attempt: dead-lettered for good, or due again later.
--
-- $1 id             bigint
-- $2 is_dead        boolean
-- $3 error          jsonb    DeliveryError
-- $4 delay_seconds  int      until the next attempt; without meaning when dead
update delivery
   set status = case when $2::boolean then 'DEAD' else 'PENDING' end,
       error = $3::jsonb,
       finished_at = case when $2::boolean then clock_timestamp() end,
       claimed_until = case when $2::boolean then null else clock_timestamp() + make_interval(secs => $4::int) end
 where id = $1::bigint
   and status = 'PENDING'
