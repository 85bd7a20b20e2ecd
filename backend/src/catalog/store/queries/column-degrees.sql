-- How many columns feed each column, and how many it feeds. Reads column_edge (lineage).
--
-- $1 column_ids  bigint[]
-- →  id bigint, upstream_count int, downstream_count int   one row per column asked for
--
-- Distinct, because several sources may state the same edge. Reads both indexes of column_edge.
select want.id,
       (select count(distinct upstream_id)::int from column_edge where downstream_id = want.id) as upstream_count,
       (select count(distinct downstream_id)::int from column_edge where upstream_id = want.id) as downstream_count
  from unnest($1::bigint[]) as want (id)
