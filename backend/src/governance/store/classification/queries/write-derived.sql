-- Stores what propagation found; what is stored already is left alone.
--
-- →  written int
--
-- Reads asset_column (catalog): columns may have gone since they were read.
with gone as (
  delete from derived_classification stored
   where stored.column_id in (select column_id from stage_region)
     and not exists (select from stage_label found
                      where found.column_id = stored.column_id and found.atom_id = stored.atom_id and found.hops > 0)
  returning column_id
), kept as (
  insert into derived_classification as stored (column_id, atom_id, hops, origin_id, via_id, via_atom_id)
  select found.column_id, found.atom_id, found.hops, found.origin_id, found.via_id, found.via_atom_id
    from stage_label found
   where found.hops > 0
     and exists (select from asset_column known where known.id = found.column_id)
   order by found.column_id, found.atom_id
  on conflict (column_id, atom_id) do update
     set hops = excluded.hops, origin_id = excluded.origin_id, via_id = excluded.via_id, via_atom_id = excluded.via_atom_id
   where (stored.hops, stored.origin_id, stored.via_id, stored.via_atom_id)
         is distinct from (excluded.hops, excluded.origin_id, excluded.via_id, excluded.via_atom_id)
  returning column_id
), changed as (
  insert into stage_changed (column_id)
  select column_id from gone union select column_id from kept
  returning 1
)
select (select count(*) from gone)::int + (select count(*) from kept)::int as written
