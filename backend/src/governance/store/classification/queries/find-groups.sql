-- Finds measures whose rows are grouped by something personal: such a row still describes one person.
--
-- →  written int    groups that were not known; propagation starts again with them
--
-- A group is what one statement says of one asset. Reads column_edge (lineage) and asset_column (catalog).
with personal as materialized (
  select distinct label.column_id
    from stage_label label
    join classification_atom atom on atom.id = label.atom_id and atom.category in ('PII', 'PHI')
   where label.hops <= 20
), measure as (
  select edge.assertion_id, measured.asset_id
    from stage_label label
    join column_edge edge on edge.upstream_id = label.column_id and edge.subtype = 'AGGREGATION'
    join asset_column measured on measured.id = edge.downstream_id
   where label.hops <= 20 and edge_effect(edge.kind, edge.subtype, edge.masking, edge.masking_kind, edge.function) = 'MEASURE'
  union
  select edge.assertion_id, measured.asset_id
    from stage_region region
    join column_edge edge on edge.downstream_id = region.column_id and edge.subtype = 'AGGREGATION'
    join asset_column measured on measured.id = edge.downstream_id
   where edge_effect(edge.kind, edge.subtype, edge.masking, edge.masking_kind, edge.function) = 'MEASURE'
  union
  select grouping.assertion_id, grouped.asset_id
    from personal
    join column_edge grouping on grouping.upstream_id = personal.column_id and grouping.kind = 'INDIRECT'
     and grouping.subtype = 'GROUP_BY'
    join asset_column grouped on grouped.id = grouping.downstream_id
), added as (
  insert into stage_group (assertion_id, asset_id)
  select measure.assertion_id, measure.asset_id
    from measure
   where exists (select from column_edge grouping
                   join asset_column grouped on grouped.id = grouping.downstream_id and grouped.asset_id = measure.asset_id
                  where grouping.assertion_id = measure.assertion_id and grouping.kind = 'INDIRECT'
                    and grouping.subtype = 'GROUP_BY'
                    and (exists (select from personal where personal.column_id = grouping.upstream_id)
                         or not exists (select from stage_region inside where inside.column_id = grouping.upstream_id)
                        and exists (select from (select atom_id from derived_classification
                                                  where column_id = grouping.upstream_id and hops <= 20
                                                 union all
                                                 select atom_id from said_classification
                                                  where column_id = grouping.upstream_id) as stored
                                      join classification_atom atom on atom.id = stored.atom_id
                                     where atom.category in ('PII', 'PHI'))))
  on conflict do nothing
  returning 1
)
select count(*)::int as written from added
