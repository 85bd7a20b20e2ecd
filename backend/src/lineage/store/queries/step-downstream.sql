-- What any of some assets feeds directly.
--
-- $1 ids    bigint[]
-- $2 first  int
-- →  id bigint
--
-- Reads the primary key of lineage_edge.
select distinct downstream_id as id from lineage_edge where upstream_id = any ($1::bigint[]) limit $2::int
