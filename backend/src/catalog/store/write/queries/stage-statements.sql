-- Stages asset statements that are new or differ from before.
--
-- →  rows: as in the statement; see StagedStatement
copy stage_statement (no, key, hash, subject_ref, subject_key, vouches, facts, says_edges, says_column_edges) from stdin
