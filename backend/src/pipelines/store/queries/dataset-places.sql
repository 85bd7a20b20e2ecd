-- Canonical names of datasets.
--
-- $1 ids  bigint[]
-- →  id bigint, namespace, name text
select id, namespace, name from pipeline_dataset where id = any ($1::bigint[])
