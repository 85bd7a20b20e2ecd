-- Shows with columns what follows from their lineage, and notes their assets, with the first 50 that differ.
--
-- →  written int
with shown as (
  update asset_column
     set derived_level = staged.level, derived_categories = staged.categories, derived_subtypes = staged.subtypes
    from stage_derived_column staged
   where asset_column.id = staged.column_id
     and (asset_column.derived_level, asset_column.derived_categories, asset_column.derived_subtypes)
         is distinct from (staged.level, staged.categories, staged.subtypes)
  returning asset_column.id, asset_column.path
), noted as (
  insert into stage_derived_asset (asset_id, columns)
  select own.asset_id, coalesce((array_agg(shown.path order by shown.path) filter (where shown.path is not null))[:50], '{}')
    from stage_derived_column staged
    join asset_column own on own.id = staged.column_id
    left join shown on shown.id = own.id
   group by own.asset_id
)
select count(*)::int as written from shown
