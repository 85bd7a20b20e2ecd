-- Makes the columns that only lineage knows, after the listed ones; of spellings that differ in case alone, one.
--
-- →  written int
with missing as (
  select asset_id, min(path) as path, row_number() over (partition by asset_id order by min(path)) as place
    from stage_column_end
   where column_id is null
   group by asset_id, lower(path)
), added as (
  insert into asset_column (asset_id, path, ordinal, is_declared)
  select missing.asset_id, missing.path,
         coalesce((select max(ordinal) from asset_column where asset_column.asset_id = missing.asset_id), 0)::int
           + missing.place::int, false
    from missing
  on conflict do nothing
  returning 1
)
select count(*)::int as written from added
