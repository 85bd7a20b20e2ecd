-- One delivery by the id the API shows.
--
-- $1 public_id  uuid
-- →  delivery row without its bytes; empty when there is none
select id, public_id, connector, parameters, sender, status, content_hash, byte_count,
       received_at, finished_at, attempts, error, report
  from delivery
 where public_id = $1::uuid
