-- Notes keys as said that could not be taken in, so that no rule of that key is retired.
--
-- $1 keys  text[]
-- →  nothing
insert into stage_rule_seen (key) select distinct key from unnest($1::text[]) as refused (key)
on conflict do nothing
