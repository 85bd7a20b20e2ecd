-- Opens an edge again.
--
-- $1 upstream_id    bigint
-- $2 downstream_id  bigint
-- →  categories text[], reason text    what it was closed to; no row when it was open
with opened as (
  delete from propagation_block where upstream_id = $1::bigint and downstream_id = $2::bigint
  returning categories, reason
)
select categories, reason from opened
