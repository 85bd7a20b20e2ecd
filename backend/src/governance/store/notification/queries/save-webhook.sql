-- Adds a webhook, or sets what is given of one; its circuit is closed again.
--
-- $1 id          uuid      null: a new one
-- $2 name        text
-- $3 url         text
-- $4 events      text[]
-- $5 is_enabled  boolean
-- $6 secret      text      null: stays
-- $7 created_by  text
-- →  id uuid    none: there is no such webhook
with changed as (
  update webhook
     set name = $2::text, url = $3::text, events = $4::text[], is_enabled = $5::boolean,
         secret = coalesce($6::text, secret), failures = 0, open_until = null
   where id = $1::uuid
  returning id
), made as (
  insert into webhook (name, url, events, is_enabled, secret, created_by)
  select $2::text, $3::text, $4::text[], $5::boolean, $6::text, $7::text where $1::uuid is null
  returning id
)
select id from changed union all select id from made
