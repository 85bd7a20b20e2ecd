-- Notes keys as said that could not be taken in, so that nothing said under them before is closed.
--
-- $1 keys  text[]
-- →  nothing
insert into stage_seen (key, hash, is_unchanged)
select distinct key, '', false from unnest($1::text[]) as refused (key)
on conflict do nothing
