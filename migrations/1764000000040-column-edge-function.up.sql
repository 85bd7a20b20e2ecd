-- What a column edge does to the value, where its source says so: lineage alone cannot tell a count from a maximum, nor
-- a hash from a redaction, and classification follows the one and stops at the other.
alter table column_edge
  add column function text,                        -- of an aggregation: count, sum, max, array_agg, …
  add column masking_kind text;                    -- hash, encrypt, tokenize, generalise, truncate, redact, count
alter table pending_lineage
  add column function text,
  add column masking_kind text;
