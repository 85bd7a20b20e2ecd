-- Puts events without their secrets in place of what was sent.
--
-- $1 ids       bigint[]
-- $2 received  timestamptz[]
-- $3 texts     text[]
-- →  nothing
update event_inbox inbox set bytes = convert_to(blotted.text, 'UTF8')
  from unnest($1::bigint[], $2::timestamptz[], $3::text[]) as blotted (id, received_at, text)
 where inbox.id = blotted.id and inbox.received_at = blotted.received_at
