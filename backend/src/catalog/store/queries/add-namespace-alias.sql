-- Adds a spelling of a namespace.
--
-- $1 kind        text
-- $2 pattern     text
-- $3 target      text
-- $4 created_by  uuid    of a person; null for a token
-- →  id text, kind text, pattern text, target text    none when kind and pattern are taken
insert into namespace_alias (kind, pattern, target, created_by)
values ($1::text, $2::text, $3::text, $4::uuid)
on conflict (kind, pattern) do nothing
returning id::text, kind, pattern, target
