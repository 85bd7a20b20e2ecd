-- Carries what is staged one hop further along column edges.
--
-- $1 hops  int    0..20; labels that are as far from where they start
-- →  written int    labels to carry on: those that are new or nearer than thought, and those that are further already
--
-- All labels of fewer hops are final when this runs. Reads column_edge by its primary key (lineage) and asset_column
-- (catalog).
with reached as (
  select distinct on (edge.downstream_id, carried.atom_id)
         edge.downstream_id as column_id, carried.atom_id, label.origin_id, label.column_id as via_id,
         label.atom_id as via_atom_id
    from stage_label label
    join classification_atom atom on atom.id = label.atom_id
    join column_edge edge on edge.upstream_id = label.column_id and edge.kind = 'DIRECT'
   cross join lateral (
           select carried_atom(atom,
                    edge_effect(edge.kind, edge.subtype, edge.masking, edge.masking_kind, edge.function),
                    exists (select from asset_column measured
                              join stage_group kept on kept.asset_id = measured.asset_id
                             where measured.id = edge.downstream_id and kept.assertion_id = edge.assertion_id)) as atom_id
         ) as carried
   where label.hops = $1::int
     and carried.atom_id is not null
     and not exists (select from asset_column exact where exact.id = edge.downstream_id and exact.class_exact)
     and not exists (select from propagation_block block
                      where block.upstream_id = edge.upstream_id and block.downstream_id = edge.downstream_id
                        and (block.categories = '{}' or atom.category = any (block.categories)))
   order by edge.downstream_id, carried.atom_id, label.column_id, label.atom_id
), added as (
  insert into stage_label as known (column_id, atom_id, hops, origin_id, via_id, via_atom_id)
  select column_id, atom_id, $1::int + 1, origin_id, via_id, via_atom_id
    from reached
   where exists (select from stage_region region where region.column_id = reached.column_id)
      or not exists (select from derived_classification stored
                      where stored.column_id = reached.column_id and stored.atom_id = reached.atom_id and stored.hops <= $1::int + 1)
         and not exists (select from said_classification said
                          where said.column_id = reached.column_id and said.atom_id = reached.atom_id)
  on conflict (column_id, atom_id) do update
     set hops = excluded.hops, origin_id = excluded.origin_id, via_id = excluded.via_id, via_atom_id = excluded.via_atom_id
   where known.hops > excluded.hops
  returning 1
)
select (select count(*) from added)::int + (select count(*) from stage_label where hops > $1::int)::int as written
