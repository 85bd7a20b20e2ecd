-- Removes a spelling of a namespace.
--
-- $1 id  int
-- →  id text, kind text, pattern text, target text    of what is gone; none when there was none
delete from namespace_alias where id = $1::int returning id::text, kind, pattern, target
