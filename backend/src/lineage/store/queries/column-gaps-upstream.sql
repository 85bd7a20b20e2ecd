-- Assets that feed given assets as a whole, without a word on which columns.
--
-- $1 asset_ids  bigint[]     assets whose columns an answer shows
-- $2 at         timestamptz  null for today
-- →  place_id, neighbour_id bigint, kind text    one row per pair, in order; place_id: one of the given ones. DIRECT when any source says so
--
-- Pairs of assets with an edge, minus pairs with an edge between any of their columns: both are sets, so that
-- a hub is read once and not once for each of its neighbours. Reads asset_column (catalog).
with edge as (
       select downstream_id as place_id, upstream_id as neighbour_id, kind
         from lineage_edge
        where downstream_id = any ($1::bigint[]) and ($2::timestamptz is null or valid_from <= $2)
       union
       select downstream_id, upstream_id, kind
         from lineage_edge_history
        where downstream_id = any ($1::bigint[]) and valid_to > $2::timestamptz and valid_from <= $2
     ),
     column_pair as (
       select downstream_id as place_id, upstream_id as neighbour_id
         from asset_column mine
         join column_edge on column_edge.downstream_id = mine.id and ($2::timestamptz is null or valid_from <= $2)
        where mine.asset_id = any ($1::bigint[])
       union
       select downstream_id, upstream_id
         from asset_column mine
         join column_edge_history as past on past.downstream_id = mine.id
        where mine.asset_id = any ($1::bigint[]) and past.valid_to > $2::timestamptz and past.valid_from <= $2
     ),
     known as (
       select mine.asset_id as place_id, theirs.asset_id as neighbour_id
         from column_pair
         join asset_column mine on mine.id = column_pair.place_id
         join asset_column theirs on theirs.id = column_pair.neighbour_id
     )
select edge.place_id, edge.neighbour_id, min(edge.kind) as kind
  from edge
 where not exists (select from known
                    where known.place_id = edge.place_id and known.neighbour_id = edge.neighbour_id)
 group by edge.place_id, edge.neighbour_id
 order by edge.place_id, edge.neighbour_id
