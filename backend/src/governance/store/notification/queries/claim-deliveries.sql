-- Takes notices that are due, and keeps others from them for a minute: should the sender die, they are due again then.
--
-- $1 most       int    1..100
-- $2 threshold  int    failures in a row that open a webhook's circuit
-- →  id uuid, webhook_id uuid, event, url, secret, body text, attempts int    attempts: with the one that follows
--
-- Of a webhook whose circuit was open one goes through, to see.
with due as (
  select delivery.id, webhook.failures < $2::int as is_closed,
         row_number() over (partition by delivery.webhook_id order by delivery.due_at, delivery.id) as place
    from webhook_delivery delivery
    join webhook on webhook.id = delivery.webhook_id
   where delivery.status = 'WAITING' and delivery.due_at <= now() and webhook.is_enabled
     and (webhook.open_until is null or webhook.open_until <= now())
), chosen as (
  select delivery.id
    from webhook_delivery delivery
    join due on due.id = delivery.id and (due.is_closed or due.place = 1)
   order by delivery.due_at, delivery.id
   limit $1::int
     for update of delivery skip locked
)
update webhook_delivery delivery
   set attempts = delivery.attempts + 1, due_at = now() + interval '1 minute'
  from chosen, webhook
 where chosen.id = delivery.id and webhook.id = delivery.webhook_id and delivery.status = 'WAITING'
returning delivery.id, delivery.webhook_id, delivery.event, webhook.url, webhook.secret, delivery.body::text as body,
          delivery.attempts
