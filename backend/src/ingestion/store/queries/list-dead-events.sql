-- Dead and refused events, the latest first.
--
-- $1 fingerprint  text     null: any
-- $2 before_id    bigint   of the last one before; null for the first page
-- $3 first        int
-- →  id bigint, public_id uuid, status text, received_at, failed_at timestamptz, sender, code, message, fingerprint text,
--    byte_count int (null once the bytes are gone)
select id, public_id, status, received_at, failed_at, sender, code, message, fingerprint, length(bytes) as byte_count
  from dead_event
 where status <> 'DISCARDED'
   and ($1::text is null or fingerprint = $1::text)
   and ($2::bigint is null or id < $2::bigint)
 order by id desc
 limit $3::int
