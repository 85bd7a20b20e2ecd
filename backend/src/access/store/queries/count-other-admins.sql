-- Administrators who can sign in, besides one person.
--
-- $1 id  uuid
-- →  count int
select count(*)::int as count
  from person
 where role = 'admin' and not is_disabled and id <> $1
