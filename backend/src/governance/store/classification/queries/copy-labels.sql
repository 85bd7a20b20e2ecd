-- Stages what columns carry.
copy stage_label (column_id, atom_id, hops, origin_id, via_id, via_atom_id) from stdin
