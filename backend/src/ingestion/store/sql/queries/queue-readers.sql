-- Notes what reads some assets, whose columns are others now.
--
-- $1 asset_ids  bigint[]
-- →  nothing
--
-- Reads lineage_edge (lineage).
insert into sql_queue (asset_id)
select distinct edge.downstream_id
  from lineage_edge edge
 where edge.upstream_id = any ($1::bigint[])
 order by 1
on conflict do nothing
