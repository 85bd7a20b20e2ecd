-- Resolves staged names that are known to the letter.
--
-- →  nothing
--
-- A spelling that was tied to an asset by guess (case, verbatim, partial) is no match for one whose quoting is known.
-- Reads asset_identifier by its primary key.
update stage_ref
   set asset_id = identifier.asset_id, rule = 'exact'
  from asset_identifier identifier
 where stage_ref.kind = 'NAME' and stage_ref.asset_id is null
   and identifier.namespace_id = stage_ref.namespace_id and identifier.name = stage_ref.name
   and not (stage_ref.quoting_known and not identifier.quoting_known and identifier.reason in ('case', 'verbatim', 'partial'))
