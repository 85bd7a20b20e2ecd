-- What the SQL of assets says of some column edges into them.
--
-- $1 downstream_assets   uuid[]   public ids; the same place in each list is the same edge
-- $2 downstream_columns  text[]
-- $3 upstream_assets     uuid[]
-- $4 upstream_columns    text[]
-- →  place int (from 1), source jsonb (SourceEdge)   in order of the text; several per edge when the text reads it in several ways
--
-- Columns are compared whatever their case: the text and the catalog may write them differently. Of several targets of one
-- text those count that are the asset itself, or that have no name; a single one is the asset's whatever it is called.
-- Reads asset (catalog).
select asked.place::int, source.value as source
  from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[]) with ordinality
       as asked (downstream_asset, downstream_column, upstream_asset, upstream_column, place)
  join asset on asset.public_id = asked.downstream_asset
  join asset_sql on asset_sql.asset_id = asset.id
  join sql_analysis analysis on analysis.hash = asset_sql.hash
 cross join lateral jsonb_array_elements(analysis.result -> 'targets') as target
 cross join lateral jsonb_array_elements(target.value -> 'columns') as column_of
 cross join lateral jsonb_array_elements(column_of.value -> 'sources') as source
 where (coalesce(target.value #>> '{table,id}', asked.downstream_asset::text) = asked.downstream_asset::text
        or jsonb_array_length(analysis.result -> 'targets') = 1)
   and lower(column_of.value ->> 'name') = lower(asked.downstream_column)
   and source.value #>> '{table,id}' = asked.upstream_asset::text
   and lower(source.value ->> 'column') = lower(asked.upstream_column)
 order by asked.place, (source.value #>> '{expression,offset}')::int nulls last
