-- Gives an asset, as mentioned only, the columns of another that column lineage starts or ends in and that it lacks.
--
-- $1 from_id  bigint
-- $2 into_id  bigint
-- →  nothing
--
-- Reads column_edge (lineage).
insert into asset_column (asset_id, path, ordinal, is_declared)
select distinct on (lower(old.path)) $2::bigint, old.path,
       coalesce((select max(ordinal) from asset_column where asset_id = $2::bigint), 0) + old.ordinal, false
  from asset_column old
 where old.asset_id = $1::bigint
   and (exists (select from column_edge edge where edge.upstream_id = old.id)
        or exists (select from column_edge edge where edge.downstream_id = old.id))
   and not exists (select from asset_column own where own.asset_id = $2::bigint and lower(own.path) = lower(old.path))
 order by lower(old.path), old.ordinal
