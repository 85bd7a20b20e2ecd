-- Assertions that events have made, by their keys.
--
-- $1 keys  text[]
-- →  id bigint, key text    of those that are there
--
-- Reads assertion and source (catalog).
select assertion.id, assertion.key
  from source
  join assertion on assertion.source_id = source.id and assertion.key = any ($1::text[])
 where source.kind = 'openlineage' and source.name = 'openlineage' and source.scope = ''
