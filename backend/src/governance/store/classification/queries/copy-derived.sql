-- All that is stored as derived.
--
-- →  binary: column_id bigint, atom_id int, hops smallint, origin_id bigint, via_id bigint, via_atom_id int
copy (select column_id, atom_id, hops, origin_id, via_id, via_atom_id from derived_classification)
 to stdout (format binary)
