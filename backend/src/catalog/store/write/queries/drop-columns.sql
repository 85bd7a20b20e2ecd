-- Takes away columns that no source lists any more; those that lineage mentions, or once did, stay as undeclared.
--
-- $1 column_ids  bigint[]
-- →  written int
--
-- Reads column_edge and column_edge_history by their indexes (lineage).
with gone as (
  select asset_column.id,
         exists (select from column_edge edge where edge.upstream_id = asset_column.id)
         or exists (select from column_edge edge where edge.downstream_id = asset_column.id)
         or exists (select from column_edge_history edge where edge.upstream_id = asset_column.id)
         or exists (select from column_edge_history edge where edge.downstream_id = asset_column.id) as is_mentioned
    from asset_column where asset_column.id = any ($1::bigint[])
), dropped as (
  delete from asset_column using gone where asset_column.id = gone.id and not gone.is_mentioned returning 1
), kept as (
  update asset_column set is_declared = false, ordinal = 5001
    from gone where asset_column.id = gone.id and gone.is_mentioned and asset_column.is_declared
  returning 1
)
select (select count(*) from dropped)::int + (select count(*) from kept)::int as written
