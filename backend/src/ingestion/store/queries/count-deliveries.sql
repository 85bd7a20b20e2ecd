-- How many deliveries a listing holds in all.
--
-- $1 statuses   text[] or null
-- $2 connector  text or null
-- →  total bigint
select count(*) as total
  from delivery
 where ($1::text[] is null or status = any ($1::text[]))
   and ($2::text is null or connector = $2::text)
