-- Retention: bytes of understood deliveries go after a while, half-received ones after an hour.
--
-- $1 days  int    bytes of PROCESSED deliveries are kept this long; dead letters keep theirs
-- →  nothing
with abandoned as (
  delete from delivery
   where status = 'RECEIVING'
     and received_at < now() - interval '1 hour'
)
delete from delivery_chunk
 using delivery
 where delivery.id = delivery_chunk.delivery_id
   and delivery.status = 'PROCESSED'
   and delivery.finished_at < now() - make_interval(days => $1::int)
