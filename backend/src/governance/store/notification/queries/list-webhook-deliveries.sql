-- What a webhook was told, latest first, one page.
--
-- $1 webhook_id  uuid   null for all
-- $2 statuses    text[] null for all
-- $3 before      uuid   the last one of the page before; null for the first page
-- $4 count       int    1..101
-- $5 id          uuid   only this one; null for all
-- →  the fields of WebhookDelivery, by their names in TypeScript
select id, webhook_id as "webhookId", event, status, attempts, created_at as "createdAt",
       case when status = 'WAITING' then due_at end as "dueAt", finished_at as "finishedAt",
       http_status as "httpStatus", error
  from webhook_delivery
 where ($1::uuid is null or webhook_id = $1::uuid)
   and ($2::text[] is null or status = any ($2::text[]))
   and ($3::uuid is null or id < $3::uuid)
   and ($5::uuid is null or id = $5::uuid)
 order by id desc
 limit $4::int
