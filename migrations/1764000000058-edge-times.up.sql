-- Edges that jobs assert hold from event to event, whenever the events arrive: past ones remember whose they were, so
-- that they can be dated again.
alter table lineage_edge_history add column assertion_id bigint;
alter table column_edge_history add column assertion_id bigint;
create index lineage_edge_history_assertion_idx on lineage_edge_history (assertion_id) where assertion_id is not null;
create index column_edge_history_assertion_idx on column_edge_history (assertion_id) where assertion_id is not null;

alter table job add column seen_at timestamptz;     -- latest event that shows it with what it reads and writes now
