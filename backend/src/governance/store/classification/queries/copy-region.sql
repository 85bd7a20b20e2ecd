-- Stages columns for which something else follows than is stored.
copy stage_region (column_id, round) from stdin
