-- Keeps how an attempt went, of the notice and of its webhook's circuit.
--
-- $1 id             uuid
-- $2 http_status    int      null: no answer
-- $3 error          text     null: it was taken
-- $4 retry_seconds  float8   null: no further attempt
-- $5 threshold      int      failures in a row that open the circuit
-- $6 recovery       int      seconds that it stays open
-- →  nothing
with settled as (
  update webhook_delivery
     set status = case when $3::text is null then 'DELIVERED' when $4::float8 is null then 'FAILED' else 'WAITING' end,
         due_at = now() + make_interval(secs => coalesce($4::float8, 0)),
         finished_at = case when $3::text is null or $4::float8 is null then now() end,
         http_status = $2::int, error = $3::text
   where id = $1::uuid
  returning webhook_id
)
update webhook
   set failures = case when $3::text is null then 0 else failures + 1 end,
       open_until = case when $3::text is not null and failures + 1 >= $5::int then now() + make_interval(secs => $6::int) end
  from settled
 where webhook.id = settled.webhook_id
