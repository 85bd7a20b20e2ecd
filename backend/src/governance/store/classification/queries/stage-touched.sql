-- Begins the region that propagation computes anew: all columns of some assets.
--
-- $1 asset_ids  bigint[]
-- →  written int
--
-- Reads asset_column (catalog).
with added as (
  insert into stage_region (column_id, round)
  select id, 0 from asset_column where asset_id = any ($1::bigint[])
  on conflict do nothing
  returning 1
)
select count(*)::int as written from added
