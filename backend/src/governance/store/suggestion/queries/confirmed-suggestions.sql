-- What is confirmed of assets, by column.
--
-- $1 asset_ids  bigint[]
-- →  public_id uuid, column_path text (empty: the asset), level smallint, categories text[], subtypes text[]
--                    in order of asset and column
--
-- Reads asset (catalog).
select asset.public_id, suggestion.column_path, max(suggestion.level) as level,
       array(select distinct category from unnest(array_agg(suggestion.category)) as category
              where category <> '' order by category) as categories,
       array(select distinct subtype from unnest(array_agg(suggestion.subtype)) as subtype
              where subtype <> '' order by subtype) as subtypes
  from classification_suggestion suggestion
  join asset on asset.id = suggestion.asset_id
 where suggestion.asset_id = any ($1::bigint[]) and suggestion.status = 'CONFIRMED'
 group by asset.public_id, suggestion.column_path
 order by asset.public_id, suggestion.column_path
