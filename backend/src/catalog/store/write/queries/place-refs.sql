-- Gives each staged name the id of its namespace.
--
-- →  unplaced int    names whose namespace is not known
with placed as (
  update stage_ref
     set namespace_id = namespace.id
    from namespace
   where stage_ref.kind = 'NAME' and namespace.name = stage_ref.namespace and stage_ref.namespace_id is null
  returning 1
)
select (select count(*) from stage_ref where kind = 'NAME' and namespace_id is null)::int - (select count(*) from placed)::int as unplaced
