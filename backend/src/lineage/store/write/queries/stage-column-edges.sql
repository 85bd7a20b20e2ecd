-- Stages column edges as they are said.
--
-- →  rows: as in the statement; see StagedColumnEdge
copy stage_column_edge (statement_no, upstream_ref, upstream_column, downstream_ref, downstream_column, kind, subtype,
                        masking, function, masking_kind) from stdin
