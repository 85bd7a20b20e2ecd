-- What runs have read and written so far.
--
-- $1 run_ids  bigint[]
-- →  run_id, dataset_id bigint, direction text, last_us bigint (microseconds since 1970), last_hash text, facets, use_facets jsonb
select run_id, dataset_id, direction, last_us, last_hash, facets, use_facets
  from run_dataset where run_id = any ($1::bigint[])
