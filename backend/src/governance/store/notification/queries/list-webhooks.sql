-- Webhooks in order of name, without their secrets.
--
-- $1 id         uuid   only this one; null for all
-- $2 threshold  int    failures in a row that open a circuit
-- →  the fields of Webhook, by their names in TypeScript
select webhook.id, webhook.name, webhook.url, webhook.events, webhook.is_enabled as "isEnabled",
       webhook.created_by as "createdBy", webhook.created_at as "createdAt", webhook.failures,
       case when webhook.failures < $2::int then 'CLOSED' when webhook.open_until > now() then 'OPEN' else 'HALF_OPEN' end as circuit,
       (select count(*)::int from webhook_delivery waiting
         where waiting.webhook_id = webhook.id and waiting.status = 'WAITING') as waiting,
       (select max(finished_at) from webhook_delivery told
         where told.webhook_id = webhook.id and told.status = 'DELIVERED') as "lastDeliveredAt",
       case when webhook.failures > 0
            then (select error from webhook_delivery failed
                   where failed.webhook_id = webhook.id and failed.error is not null
                   order by failed.id desc limit 1) end as "lastError"
  from webhook
 where $1::uuid is null or webhook.id = $1::uuid
 order by webhook.name
