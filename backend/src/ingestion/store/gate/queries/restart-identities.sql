-- Statements that let the numbers of tables go on behind the largest that there is.
--
-- $1 tables  text[]
-- →  statement text
--
-- Reads pg_attribute.
select format('select setval(%L, coalesce(max(%I), 0) + 1, false) from %I',
              pg_get_serial_sequence(wanted.name, attribute.attname), attribute.attname, wanted.name) as statement
  from unnest($1::text[]) as wanted (name)
  join pg_attribute attribute on attribute.attrelid = wanted.name::regclass and attribute.attidentity <> ''
