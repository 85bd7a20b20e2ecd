-- Assets downstream of some assets, nearest first.
--
-- $1 asset_ids   bigint[]
-- $2 depth       int
-- $3 after_hops  int       position of the last of the page before; null for the first page
-- $4 after_id    bigint
-- $5 limit       int
-- →  asset_id bigint, hops int, total int    of all of them, not only of this page
--
-- Breadth first with arrays, as lineage walks: nothing is visited twice. Reads lineage_edge's primary key (lineage).
with recursive walk (hops, frontier, visited) as (
    select 0, $1::bigint[], $1::bigint[]
  union all
    select walk.hops + 1, next.ids, walk.visited || next.ids
      from walk
     cross join lateral (
       select coalesce(array_agg(fresh.id), '{}') as ids
         from (
           select edge.downstream_id as id from lineage_edge edge where edge.upstream_id = any (walk.frontier)
           except
           select unnest(walk.visited)
         ) as fresh
     ) as next
     where walk.hops < $2::int and cardinality(walk.frontier) > 0
), reached as (
  select place.asset_id, walk.hops, count(*) over ()::int as total
    from walk
   cross join lateral unnest(walk.frontier) as place (asset_id)
   where walk.hops > 0
)
select asset_id, hops, total
  from reached
 where $3::int is null or (hops, asset_id) > ($3, $4::bigint)
 order by hops, asset_id
 limit $5::int
