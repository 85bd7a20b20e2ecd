-- Gives each staged name the id of its namespace.
--
-- →  nothing
update stage_ref
   set namespace_id = namespace.id
  from namespace
 where stage_ref.kind = 'NAME' and namespace.name = stage_ref.namespace
