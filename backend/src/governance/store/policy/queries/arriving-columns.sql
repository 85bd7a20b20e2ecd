-- Classified columns that arrive at assets: their own, and those of what feeds them where no column is known to go on.
--
-- $1 asset_ids  bigint[]
-- →  asset_id, column_id, is_own    is_own: a column of the asset itself
--
-- Said or derived; of what only a stand-in arrives does not count: that is masked. Reads asset_column (catalog),
-- lineage_edge and column_edge (lineage).
select asset_column.asset_id, asset_column.id as column_id, true as is_own
  from asset_column
 where asset_column.asset_id = any ($1::bigint[])
   and (asset_column.class_level is not null or asset_column.class_categories <> '{}'
        or (asset_column.derived_level is not null or asset_column.derived_categories is not null)
           and not coalesce('pseudonymised' = any (asset_column.derived_subtypes), false))
union all
select distinct edge.downstream_id, asset_column.id, false
  from lineage_edge edge
  join asset_column on asset_column.asset_id = edge.upstream_id
 where edge.downstream_id = any ($1::bigint[])
   and edge.kind = 'DIRECT'
   and (asset_column.class_level is not null or asset_column.class_categories <> '{}'
        or (asset_column.derived_level is not null or asset_column.derived_categories is not null)
           and not coalesce('pseudonymised' = any (asset_column.derived_subtypes), false))
   and not exists (
         select from asset_column own
           join column_edge on column_edge.downstream_id = own.id
           join asset_column other on other.id = column_edge.upstream_id
          where own.asset_id = edge.downstream_id and other.asset_id = edge.upstream_id)
