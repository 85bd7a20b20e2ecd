-- What people and documents say of columns: where propagation starts.
--
-- →  column_ids bigint[], atom_ids int[]    as long as each other; in order of column and atom
select coalesce(array_agg(column_id order by column_id, atom_id), '{}') as column_ids,
       coalesce(array_agg(atom_id order by column_id, atom_id), '{}') as atom_ids
  from said_classification
