-- Stages what people and documents say of the columns in the region: where propagation starts.
--
-- →  written int
with added as (
  insert into stage_label (column_id, atom_id, hops, origin_id, via_id, via_atom_id)
  select column_id, atom_id, 0, column_id, column_id, atom_id
    from said_classification
   where column_id in (select column_id from stage_region)
  returning 1
)
select count(*)::int as written from added
