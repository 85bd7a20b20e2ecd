-- Keeps what was refused at the door, and counts it.
--
-- $1 senders       text[]
-- $2 bytes         bytea[]
-- $3 codes         text[]
-- $4 messages      text[]
-- $5 fingerprints  text[]
-- $6 lane          smallint
-- →  nothing
with refused as (
  insert into dead_event (id, status, was_received, received_at, sender, bytes, code, message, fingerprint)
  select nextval('event_id_seq'), 'REFUSED', false, now(), sender, bytes, code, message, fingerprint
    from unnest($1::text[], $2::bytea[], $3::text[], $4::text[], $5::text[]) as said (sender, bytes, code, message, fingerprint)
)
insert into event_count as counted (minute, lane, refused)
values (date_trunc('minute', now()), $6::smallint, cardinality($1::text[]))
on conflict (minute, lane) do update set refused = counted.refused + excluded.refused
