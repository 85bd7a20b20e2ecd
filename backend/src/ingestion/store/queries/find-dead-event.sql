-- A dead or refused event with its bytes.
--
-- $1 public_id  uuid
-- →  id bigint, public_id uuid, status text, received_at, failed_at timestamptz, sender, code, message, fingerprint text,
--    byte_count int, bytes bytea    no row when there is none
select id, public_id, status, received_at, failed_at, sender, code, message, fingerprint, length(bytes) as byte_count, bytes
  from dead_event where public_id = $1::uuid
