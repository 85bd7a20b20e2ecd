-- Takes back 1764000000040-column-edge-function.up.sql.
alter table pending_lineage drop column masking_kind, drop column function;
alter table column_edge drop column masking_kind, drop column function;
