-- Takes back 1764000000004-ingestion.up.sql.
drop table delivery_item, delivery_chunk, delivery;
