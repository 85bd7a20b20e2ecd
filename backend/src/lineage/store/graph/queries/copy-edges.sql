-- Every edge of today, one row per statement of a source, in no order.
--
-- →  upstream_id, downstream_id bigint, source_id int, is_direct boolean, job_id bigint or null, transformation text or null
copy (select upstream_id, downstream_id, source_id, kind = 'DIRECT', job_id, transformation from lineage_edge)
  to stdout (format binary)
