-- Notes how far an effect has read the change log.
--
-- $1 name  text
-- $2 seq   bigint
update effect_progress set seq = $2::bigint, updated_at = now() where name = $1::text
