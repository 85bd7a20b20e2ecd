-- Lets past edges forget whose they were, and jobs when they were seen.
alter table job drop column seen_at;
drop index column_edge_history_assertion_idx;
drop index lineage_edge_history_assertion_idx;
alter table column_edge_history drop column assertion_id;
alter table lineage_edge_history drop column assertion_id;
