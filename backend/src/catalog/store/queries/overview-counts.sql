-- The catalog in numbers.
--
-- →  one row: asset_count, column_count, edge_count, stub_count, unowned_count, undescribed_count int
--
-- Retired assets are left out. Counts of edges and columns come from what is kept on the asset: no scan of those tables.
select count(*)::int as asset_count,
       coalesce(sum(column_count), 0)::int as column_count,
       coalesce(sum(downstream_count), 0)::int as edge_count,
       (count(*) filter (where status = 'STUB'))::int as stub_count,
       (count(*) filter (where status = 'ACTIVE' and owner is null))::int as unowned_count,
       (count(*) filter (where status = 'ACTIVE' and coalesce(description, '') = ''))::int as undescribed_count
  from asset
 where status <> 'RETIRED'
