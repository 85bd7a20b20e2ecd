-- How many assets are fed by an asset, however far.
--
-- $1 root_id  bigint
-- →  count int   without the root
--
-- UNION on the id alone: every asset once, whatever the ways. Reads lineage_edge's primary key.
with recursive reached (id) as (
    select $1::bigint
  union
    select edge.downstream_id from reached join lineage_edge edge on edge.upstream_id = reached.id
)
select count(*)::int - 1 as count from reached
