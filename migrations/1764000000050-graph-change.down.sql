-- Takes back what lets backends follow the graph: triggers, their functions, the table of changes.
drop trigger source_changed on source;
drop trigger namespace_renamed on namespace;
drop trigger asset_emptied on asset;
drop trigger asset_went on asset;
drop trigger asset_changed on asset;
drop trigger lineage_edge_emptied on lineage_edge;
drop trigger lineage_edge_went on lineage_edge;
drop trigger lineage_edge_changed on lineage_edge;
drop trigger lineage_edge_came on lineage_edge;
drop function note_labels_changed, note_graph_changed, note_assets_changed, note_edges_changed;
drop table graph_change;
