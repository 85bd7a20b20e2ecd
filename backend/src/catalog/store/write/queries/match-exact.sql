-- Resolves staged names that are known to the letter.
--
-- →  unresolved int    names that are still without an asset
--
-- A spelling that was tied to an asset by guess (case, verbatim, partial) is no match for one whose quoting is known.
-- Reads asset_identifier by its primary key.
with matched as (
  update stage_ref
     set asset_id = identifier.asset_id, rule = 'exact'
    from asset_identifier identifier
   where stage_ref.kind = 'NAME' and stage_ref.asset_id is null
     and identifier.namespace_id = stage_ref.namespace_id and identifier.name = stage_ref.name and identifier.is_job = stage_ref.is_job
     and not (stage_ref.quoting_known and not identifier.quoting_known and identifier.reason in ('case', 'verbatim', 'partial'))
  returning 1
)
select (select count(*) from stage_ref where kind = 'NAME' and asset_id is null)::int - (select count(*) from matched)::int as unresolved
