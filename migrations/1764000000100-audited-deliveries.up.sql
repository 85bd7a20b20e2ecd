-- The request that brought a delivery: its audit entry is written later, when the document is understood.
alter table delivery add column request_id text;
