-- Namespaces, in order of name.
--
-- $1 name    text   only this one; null for all
-- $2 limit   int
-- $3 offset  int
-- →  name text, owner text, created_at timestamptz
--
-- Reads namespace (catalog).
select name, owner, created_at
  from namespace
 where $1::text is null or name = $1
 order by name
 limit $2::int offset $3::int
