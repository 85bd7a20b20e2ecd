-- The number of a namespace, added when it is new.
--
-- $1 name      text
-- $2 platform  text
-- $3 is_weak   boolean
-- →  id int
with added as (
  insert into namespace (name, platform, is_weak) values ($1::text, $2::text, $3::boolean)
  on conflict (name) do nothing
  returning id
)
select id from added union all select id from namespace where name = $1::text
