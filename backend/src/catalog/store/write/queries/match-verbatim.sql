-- Resolves staged names of unknown quoting by the form they have if every part was quoted, where a source that
-- knows about quotes vouches for that form.
--
-- →  unresolved int    names that are still without an asset
with matched as (
  update stage_ref
     set asset_id = identifier.asset_id, rule = 'verbatim'
    from asset_identifier identifier
   where stage_ref.kind = 'NAME' and stage_ref.asset_id is null and stage_ref.verbatim is not null
     and identifier.namespace_id = stage_ref.namespace_id and identifier.name = stage_ref.verbatim
     and identifier.is_job = stage_ref.is_job
     and identifier.quoting_known
  returning 1
)
select (select count(*) from stage_ref where kind = 'NAME' and asset_id is null)::int - (select count(*) from matched)::int as unresolved
