-- Stages what reaches the region from outside, where everything stays as it is.
--
-- →  written int
--
-- Reads column_edge by column_edge_upstream_idx (lineage) and asset_column (catalog).
with entering as (
  select distinct on (region.column_id, carried.atom_id)
         region.column_id, carried.atom_id, source.hops + 1 as hops, source.origin_id, edge.upstream_id as via_id,
         source.atom_id as via_atom_id
    from stage_region region
    join column_edge edge on edge.downstream_id = region.column_id and edge.kind = 'DIRECT'
   cross join lateral (
           select atom_id, hops, origin_id from derived_classification
            where column_id = edge.upstream_id and hops <= 20
           union all
           select atom_id, 0, column_id from said_classification where column_id = edge.upstream_id) as source
    join classification_atom atom on atom.id = source.atom_id
   cross join lateral (
           select carried_atom(atom,
                    edge_effect(edge.kind, edge.subtype, edge.masking, edge.masking_kind, edge.function),
                    exists (select from asset_column measured
                              join stage_group kept on kept.asset_id = measured.asset_id
                             where measured.id = edge.downstream_id and kept.assertion_id = edge.assertion_id)) as atom_id
         ) as carried
   where not exists (select from stage_region inside where inside.column_id = edge.upstream_id)
     and carried.atom_id is not null
     and not exists (select from asset_column exact where exact.id = edge.downstream_id and exact.class_exact)
     and not exists (select from propagation_block block
                      where block.upstream_id = edge.upstream_id and block.downstream_id = edge.downstream_id
                        and (block.categories = '{}' or atom.category = any (block.categories)))
   order by region.column_id, carried.atom_id, source.hops, edge.upstream_id, source.atom_id
), added as (
  insert into stage_label (column_id, atom_id, hops, origin_id, via_id, via_atom_id)
  select column_id, atom_id, hops, origin_id, via_id, via_atom_id from entering
  on conflict (column_id, atom_id) do nothing
  returning 1
)
select count(*)::int as written from added
