-- Assets that are fed by some assets as a whole, without a word on which columns: where a walk over columns goes on
-- over assets.
--
-- $1 asset_ids  bigint[]
-- →  from_id bigint, to_id bigint, kind text    one row per pair; DIRECT when any source says so
--
-- Pairs with an edge, minus pairs with an edge between any of their columns: both are sets, so that a hub is read once
-- and not once for each of its neighbours. Reads lineage_edge's and column_edge's primary keys, asset_column (catalog).
with known as (
  select distinct mine.asset_id as from_id, theirs.asset_id as to_id
    from asset_column mine
    join column_edge edge on edge.upstream_id = mine.id
    join asset_column theirs on theirs.id = edge.downstream_id
   where mine.asset_id = any ($1::bigint[])
)
select edge.upstream_id as from_id, edge.downstream_id as to_id, min(edge.kind) as kind
  from lineage_edge edge
 where edge.upstream_id = any ($1::bigint[])
   and not exists (select from known
                    where known.from_id = edge.upstream_id and known.to_id = edge.downstream_id)
 group by edge.upstream_id, edge.downstream_id
 order by edge.downstream_id, edge.upstream_id
