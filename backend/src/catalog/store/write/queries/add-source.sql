-- Registers a source that was not there.
--
-- $1 kind  text
-- $2 name  text
-- $3 scope text
-- $4 label text    shown to people
-- →  id int    one row
insert into source (kind, name, scope, label) values ($1::text, $2::text, $3::text, $4::text)
on conflict (kind, name, scope) do update set label = excluded.label
returning id
