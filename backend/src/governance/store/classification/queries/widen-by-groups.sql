-- Adds to the region the measures of groups that were found: what they let through differs from what is stored.
--
-- $1 round  int
-- →  written int
--
-- Reads column_edge by column_edge_assertion_idx (lineage) and asset_column (catalog).
with added as (
  insert into stage_region (column_id, round)
  select distinct measured.id, $1::int
    from stage_group found
    join column_edge edge on edge.assertion_id = found.assertion_id
     and edge_effect(edge.kind, edge.subtype, edge.masking, edge.masking_kind, edge.function) = 'MEASURE'
    join asset_column measured on measured.id = edge.downstream_id and measured.asset_id = found.asset_id
   where exists (select from derived_classification derived where derived.column_id = measured.id)
  on conflict do nothing
  returning 1
)
select count(*)::int as written from added
