-- Stores one piece of a part.
--
-- $1 delivery_id  bigint
-- $2 part         text
-- $3 seq          int      from 0, without gaps
-- $4 bytes        bytea    gzip, at most 1 MB
insert into delivery_chunk (delivery_id, part, seq, bytes)
values ($1::bigint, $2::text, $3::int, $4::bytea)
