-- Resolves staged names with missing leading parts, where exactly one asset of the namespace ends like them.
--
-- →  nothing
--
-- The reversed name turns "ends with" into a prefix. Reads asset_identifier_suffix_idx.
update stage_ref
   set asset_id = fitting.asset_id, rule = 'partial'
  from (select ref.no, min(identifier.asset_id) as asset_id
          from stage_ref ref
          join asset_identifier identifier
            on identifier.namespace_id = ref.namespace_id
           and reverse(lower(identifier.name)) ~>=~ (reverse(lower(ref.name)) || '.')
           and reverse(lower(identifier.name)) ~<~ (reverse(lower(ref.name)) || '/')
         where ref.kind = 'NAME' and ref.asset_id is null and ref.is_partial
         group by ref.no
        having count(distinct identifier.asset_id) = 1) as fitting
 where fitting.no = stage_ref.no
