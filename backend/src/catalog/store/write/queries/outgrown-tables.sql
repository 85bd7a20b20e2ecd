-- Tables that are small beside a number of rows just written to them.
--
-- $1 names  text[]
-- $2 rows   int
-- →  name text
--
-- reltuples is -1 while a table has never been analyzed.
select relname as name
  from pg_class
 where oid = any (select to_regclass(name) from unnest($1::text[]) as given (name))
   and greatest(reltuples, 0) < 4 * $2::int
