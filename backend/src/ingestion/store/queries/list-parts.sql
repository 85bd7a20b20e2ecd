-- The parts whose bytes are still kept, with their stored (gzip) sizes.
--
-- $1 delivery_id  bigint
-- →  name text, byte_count bigint    by name
select part as name, sum(octet_length(bytes)) as byte_count
  from delivery_chunk
 where delivery_id = $1::bigint
 group by part
 order by part
