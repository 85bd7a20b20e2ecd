-- Keeps events that cannot be understood as dead letters, with their bytes.
--
-- $1 events  json  [{ id, received_at, code, message, fingerprint }]
-- →  nothing
insert into dead_event (id, status, received_at, sender, bytes, code, message, fingerprint)
select dead.id, 'DEAD', dead.received_at, inbox.sender, inbox.bytes, dead.code, dead.message, dead.fingerprint
  from json_to_recordset($1::json) as dead (id bigint, received_at timestamptz, code text, message text, fingerprint text)
  join event_inbox inbox on inbox.id = dead.id and inbox.received_at = dead.received_at
