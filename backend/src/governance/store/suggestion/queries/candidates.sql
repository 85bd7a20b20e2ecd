-- What is known of assets and their columns, as far as it may suggest a classification.
--
-- $1 asset_ids  bigint[]
-- →  asset_id bigint, path text (empty: the asset), type text, tags text[], meta jsonb, classifiers jsonb,
--    contract_word text, known_values jsonb, level smallint, categories text[]    in no order; retired assets are left out
--
-- Reads asset and asset_column (catalog); columns whose classification a steward has settled are left out.
select asset.id as asset_id, '' as path, null as type, asset.tags, asset.properties -> 'meta' as meta,
       asset.properties -> 'classifiers' as classifiers, asset.properties ->> 'classification' as contract_word,
       null::jsonb as known_values, greatest(asset.class_level, asset.derived_level) as level,
       asset.class_categories || asset.derived_categories as categories
  from asset
 where asset.id = any ($1::bigint[]) and asset.status <> 'RETIRED'
   and (asset.tags <> '{}' or asset.properties ?| array['meta', 'classifiers', 'classification'])
union all
select own.asset_id, own.path, own.type, own.tags, own.properties -> 'meta', own.properties -> 'classifiers',
       own.properties ->> 'classification', coalesce(own.properties -> 'samples', own.properties -> 'examples'),
       greatest(own.class_level, own.derived_level), own.class_categories || own.derived_categories
  from asset_column own
  join asset on asset.id = own.asset_id
 where own.asset_id = any ($1::bigint[]) and asset.status <> 'RETIRED' and own.class_exact is not true
