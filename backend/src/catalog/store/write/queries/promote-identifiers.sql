-- Gives the first place to the better spelling of each asset that has lost its primary one, and its name to the asset.
--
-- →  written int
with better as (
  select distinct on (ref.asset_id) ref.asset_id, ref.namespace_id, ref.name
    from stage_ref ref
   where ref.rule in ('full', 'renamed', 'case') and ref.kind = 'NAME'
     and not exists (select from asset_identifier identifier
                      where identifier.asset_id = ref.asset_id and identifier.role = 'PRIMARY')
   order by ref.asset_id, ref.quoting_known desc, ref.no
), promoted as (
  update asset_identifier identifier set role = 'PRIMARY', is_partial = false
    from better where identifier.namespace_id = better.namespace_id and identifier.name = better.name
     and identifier.asset_id = better.asset_id
  returning identifier.asset_id
), renamed as (
  update asset set namespace_id = better.namespace_id, name = better.name
    from better where asset.id = better.asset_id
  returning 1
)
select (select count(*) from promoted)::int + (select count(*) from renamed)::int as written
