-- A page of deliveries, newest first.
--
-- $1 statuses   text[] or null    any of
-- $2 connector  text or null
-- $3 before_id  bigint or null    keyset: rows older than this one
-- $4 limit      int
-- →  delivery rows without their bytes
select id, public_id, connector, parameters, sender, status, content_hash, byte_count,
       received_at, finished_at, attempts, error, report
  from delivery
 where ($1::text[] is null or status = any ($1::text[]))
   and ($2::text is null or connector = $2::text)
   and ($3::bigint is null or id < $3::bigint)
 order by id desc
 limit $4::int
