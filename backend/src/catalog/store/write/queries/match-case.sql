-- Resolves staged names by their spelling without case and quotes, where that fits exactly one asset and not both
-- spellings are sure of their case.
--
-- →  unresolved int    names that are still without an asset
--
-- Two ways in, so that each has its index: asset_identifier_match_idx for names without quotes, asset_identifier_quoted_idx.
with open_ref as materialized (
  select no, namespace_id, is_job, quoting_known, replace(lower(name), '"', '') as bare
    from stage_ref where kind = 'NAME' and asset_id is null
), fitting as (
  select ref.no, identifier.asset_id
    from open_ref ref
    join asset_identifier identifier
      on identifier.namespace_id = ref.namespace_id and lower(identifier.name) = ref.bare
     and identifier.is_job = ref.is_job
   where not (ref.quoting_known and identifier.quoting_known)
  union
  select ref.no, identifier.asset_id
    from open_ref ref
    join asset_identifier identifier
      on identifier.namespace_id = ref.namespace_id and position('"' in identifier.name) > 0
     and replace(lower(identifier.name), '"', '') = ref.bare and identifier.is_job = ref.is_job
   where not (ref.quoting_known and identifier.quoting_known)
), only_one as (
  select no, min(asset_id) as asset_id from fitting group by no having count(*) = 1
), matched as (
  update stage_ref set asset_id = only_one.asset_id, rule = 'case' from only_one where only_one.no = stage_ref.no
  returning 1
)
select (select count(*) from stage_ref where kind = 'NAME' and asset_id is null)::int - (select count(*) from matched)::int as unresolved
