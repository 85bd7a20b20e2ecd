-- Stages edges as they are said.
--
-- →  rows: as in the statement; see StagedEdge
copy stage_edge (statement_no, upstream_ref, downstream_ref, job_ref, kind, transformation, code_hash) from stdin
