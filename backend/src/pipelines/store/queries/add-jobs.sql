-- Makes jobs, known by their name alone.
--
-- $1 ids         bigint[]
-- $2 namespaces  text[]
-- $3 names       text[]
-- →  nothing
insert into job (id, namespace, name)
select id, namespace, name from unnest($1::bigint[], $2::text[], $3::text[]) as job (id, namespace, name)
