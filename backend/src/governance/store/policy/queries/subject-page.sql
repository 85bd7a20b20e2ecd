-- The next assets that a set of policies may look at.
--
-- $1 after    bigint  last id of the page before; 0 for the first
-- $2 filters  jsonb   [{ types: text[] | null, layers: text[] | null, classified: boolean }]: assets that fit one of them;
--                     null: all
-- $3 count    int
-- $4 found    boolean  also assets that have a violation or a gap, whatever they are now
-- →  id bigint    in order
--
-- What a filter cannot say is left to the evaluation. Reads asset and asset_column (catalog) by
-- asset_column_classified_idx.
select asset.id
  from asset
 where asset.id > $1::bigint
   and ((asset.status = 'ACTIVE' and ($2::jsonb is null or exists (
          select from jsonb_to_recordset($2::jsonb) as filter (types text[], layers text[], classified boolean)
           where (filter.types is null or asset.type = any (filter.types))
             and (filter.layers is null or lower(asset.layer) = any (filter.layers))
             and (not filter.classified
                  or asset.class_level is not null
                  or asset.class_categories <> '{}'
                  or asset.derived_level is not null
                  or asset.derived_categories is not null
                  or exists (select from asset_column
                              where asset_column.asset_id = asset.id
                                and (asset_column.class_level is not null or asset_column.class_categories <> '{}'))))))
     or ($4::boolean and exists (select from violation where violation.asset_id = asset.id and violation.status <> 'RESOLVED'))
     or ($4::boolean and exists (select from policy_gap where policy_gap.asset_id = asset.id)))
 order by asset.id
 limit $3::int
