-- Shows with assets, and in search, what follows for their columns, and logs it.
--
-- →  written int
--
-- Assets whose columns changed are logged even where the asset as a whole is shown as before: policies speak of columns.
with sum as (
  select staged.asset_id, max(own.derived_level) as level, array_agg(distinct category order by category)
           filter (where category is not null) as categories
    from stage_derived_asset staged
    join asset_column own on own.asset_id = staged.asset_id
    left join lateral unnest(own.derived_categories) as category on true
   group by staged.asset_id
), before as (
  select asset.id, greatest(asset.class_level, asset.derived_level) as level,
         asset.class_categories || asset.derived_categories as categories
    from asset
   where asset.id in (select asset_id from stage_derived_asset)
), shown as (
  update asset set derived_level = sum.level, derived_categories = sum.categories
    from sum
   where asset.id = sum.asset_id
     and (asset.derived_level, asset.derived_categories) is distinct from (sum.level, sum.categories)
  returning asset.id, greatest(asset.class_level, asset.derived_level) as level,
            asset.class_categories || asset.derived_categories as categories
), found as (
  update search_document
     set classification = (array['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'])[shown.level]
    from shown
   where search_document.asset_id = shown.id
     and search_document.classification is distinct from (array['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'])[shown.level]
  returning 1
), changed as (
  select shown.id, before.level as level_before, shown.level, before.categories as categories_before, shown.categories
    from shown join before on before.id = shown.id
), logged as (
  insert into change_log (asset_id, operation, detail, actor)
  select staged.asset_id, 'CLASSIFIED',
         jsonb_build_object('columns', jsonb_build_object('changed', to_jsonb(staged.columns))) || jsonb_strip_nulls(jsonb_build_object(
           'class_level', case when level_before is distinct from level
                               then jsonb_build_object('before', level_before, 'after', level) end,
           'class_categories', case when not (categories_before @> categories and categories_before <@ categories)
                               then jsonb_build_object('before', to_jsonb(categories_before), 'after', to_jsonb(categories)) end)),
         'system'
    from stage_derived_asset staged
    left join changed on changed.id = staged.asset_id
   where staged.columns <> '{}' or changed.id is not null
   order by staged.asset_id
  returning 1
)
select (select count(*) from shown)::int + (select count(*) from found)::int + (select count(*) from logged)::int as written
