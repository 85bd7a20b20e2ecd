-- Makes the columns that only lineage knows; of spellings that differ in case alone, one.
--
-- →  written int
--
-- They come after the 5,000 that a source can list, whatever the order in which things were said.
with missing as (
  select asset_id, min(path) as path from stage_column_end where column_id is null group by asset_id, lower(path)
), added as (
  insert into asset_column (asset_id, path, ordinal, is_declared)
  select asset_id, path, 5001, false from missing order by asset_id, path
  on conflict do nothing
  returning 1
)
select count(*)::int as written from added
