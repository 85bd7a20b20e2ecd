-- What feeds any of some assets directly.
--
-- $1 ids    bigint[]
-- $2 first  int
-- →  id bigint
--
-- Reads lineage_edge_upstream_idx.
select distinct upstream_id as id from lineage_edge where downstream_id = any ($1::bigint[]) limit $2::int
