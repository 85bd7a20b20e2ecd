-- What ended long ago can be found and swept without reading all of history: rows come about in the order in which things
-- end, so a range of blocks knows its time.
create index lineage_edge_history_end_idx on lineage_edge_history using brin (valid_to) with (autosummarize = on);
create index column_edge_history_end_idx on column_edge_history using brin (valid_to) with (autosummarize = on);
create index assertion_history_end_idx on assertion_history using brin (closed_at) with (autosummarize = on);
