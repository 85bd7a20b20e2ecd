-- History is kept for good.
drop index lineage_edge_history_end_idx, column_edge_history_end_idx, assertion_history_end_idx;
