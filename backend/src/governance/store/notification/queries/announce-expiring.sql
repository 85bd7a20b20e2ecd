-- Says once of each waiver that ends within fourteen days that it does.
--
-- →  nothing
insert into webhook_delivery (webhook_id, event, key, body)
select webhook.id, 'waiver.expiring', 'waiver:' || waiver.id || ':expiring',
       jsonb_build_object('event', 'waiver.expiring', 'key', 'waiver:' || waiver.id || ':expiring', 'at', now(),
                          'data', jsonb_build_object('id', waiver.id, 'policy', waiver.policy,
                                                     'requirement', waiver.requirement, 'expiresAt', waiver.expires_at))
  from waiver
  join webhook on webhook.is_enabled and 'waiver.expiring' = any (webhook.events)
 where waiver.status = 'APPROVED' and waiver.expires_at < now() + interval '14 days'
   and not exists (select from webhook_delivery told
                    where told.webhook_id = webhook.id and told.key = 'waiver:' || waiver.id || ':expiring')
on conflict (webhook_id, key) do nothing
