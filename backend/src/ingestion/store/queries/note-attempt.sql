-- Counts a failed attempt of ours at events.
--
-- $1 ids  bigint[]
-- →  nothing
update event_pending set attempts = attempts + 1 where id = any ($1::bigint[])
