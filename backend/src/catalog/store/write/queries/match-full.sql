-- Resolves staged full names by an asset that so far was only known without its leading parts.
--
-- →  unresolved int    names that are still without an asset
--
-- Only where one full name ends so, here and in the catalog; else which one was meant stays open.
with candidate as (
  select ref.no, identifier.asset_id, identifier.namespace_id, identifier.name, identifier.is_job
    from stage_ref ref
    join asset_identifier identifier
      on identifier.namespace_id = ref.namespace_id and identifier.is_job = ref.is_job and identifier.is_partial and identifier.role = 'PRIMARY'
     and right(lower(ref.name), length(identifier.name) + 1) = '.' || lower(identifier.name)
   where ref.kind = 'NAME' and ref.asset_id is null and not ref.is_partial
), only_one as (
  select min(candidate.no) as no, candidate.asset_id
    from candidate
   where not exists (
           select from asset_identifier other
            where other.namespace_id = candidate.namespace_id and other.is_job = candidate.is_job
              and other.asset_id <> candidate.asset_id
              and reverse(lower(other.name)) ~>=~ (reverse(lower(candidate.name)) || '.')
              and reverse(lower(other.name)) ~<~ (reverse(lower(candidate.name)) || '/'))
   group by candidate.asset_id
  having count(distinct candidate.name) = 1
), matched as (
  update stage_ref set asset_id = only_one.asset_id, rule = 'full'
    from only_one where only_one.no = stage_ref.no
  returning 1
)
select (select count(*) from stage_ref where kind = 'NAME' and asset_id is null)::int - (select count(*) from matched)::int as unresolved
