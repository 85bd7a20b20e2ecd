-- Puts what happened into the outbox of every webhook that wants to know; the same key again is left out.
--
-- $1 notices  jsonb    [{ event, key, data, named: text[] }]    named: webhooks that a policy names, whatever they ask for
-- →  nothing
with notice as (
  select * from jsonb_to_recordset($1::jsonb) as notice (event text, key text, data jsonb, named text[])
)
insert into webhook_delivery (webhook_id, event, key, body)
select webhook.id, notice.event, notice.key,
       jsonb_build_object('event', notice.event, 'key', notice.key, 'at', now(), 'data', notice.data)
  from notice
  join webhook on webhook.is_enabled
   and (notice.event = any (webhook.events) or webhook.name = any (coalesce(notice.named, '{}')))
on conflict (webhook_id, key) do nothing
