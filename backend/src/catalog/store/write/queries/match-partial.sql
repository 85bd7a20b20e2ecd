-- Resolves staged names with missing leading parts, where exactly one asset of the namespace ends like them.
--
-- →  unresolved int    names that are still without an asset
--
-- The reversed name turns "ends with" into a prefix. Reads asset_identifier_suffix_idx.
with matched as (
  update stage_ref
     set asset_id = fitting.asset_id, rule = 'partial'
    from (select ref.no, min(identifier.asset_id) as asset_id
            from stage_ref ref
            join asset_identifier identifier
              on identifier.namespace_id = ref.namespace_id and identifier.is_job = ref.is_job
             and reverse(lower(identifier.name)) ~>=~ (reverse(lower(ref.name)) || '.')
             and reverse(lower(identifier.name)) ~<~ (reverse(lower(ref.name)) || '/')
           where ref.kind = 'NAME' and ref.asset_id is null and ref.is_partial
           group by ref.no
          having count(distinct identifier.asset_id) = 1) as fitting
   where fitting.no = stage_ref.no
  returning 1
)
select (select count(*) from stage_ref where kind = 'NAME' and asset_id is null)::int - (select count(*) from matched)::int as unresolved
