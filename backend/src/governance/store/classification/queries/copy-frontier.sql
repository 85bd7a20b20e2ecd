-- Stages columns whose edges are asked for.
copy stage_frontier (column_id) from stdin
