-- Takes back 1764000000002-lineage.up.sql.
drop table pending_lineage, column_edge_history, column_edge, lineage_edge_history, lineage_edge;
