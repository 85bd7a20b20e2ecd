-- Assets that are fed by a root, a few of each, level by level, each at its shortest distance.
--
-- $1 root_id   bigint
-- $2 depth     int          0..25
-- $3 budget    int          most assets to keep, the root included; 1..5000
-- $4 fan_out   int          most neighbours to follow of one asset, in order of id; 1..1000
-- →  depth int, ids bigint[], reached int   one row per level from 0 (the root) to depth + 1. `reached` counts the
--    new assets of the level, `ids` keeps as many as the budget allows; of level depth + 1 none, it is only counted.
--    Ends early after a level that is empty or that did not fit.
--
-- Breadth first with arrays: one index-only range per asset of the frontier, and nothing is visited twice, so
-- diamonds and cycles cost nothing. Each range is a limited scan of its own.
-- Reads lineage_edge's primary key.
with recursive walk (depth, frontier, visited, reached) as (
    select 0, array[$1::bigint], array[$1::bigint], 1
  union all
    select walk.depth + 1, next.kept, walk.visited || next.kept, next.reached
      from walk
     cross join lateral (
       select (coalesce(array_agg(fresh.id order by fresh.id), '{}'))[
                :case when walk.depth < $2::int then greatest($3::int - cardinality(walk.visited), 0) else 0 end
              ] as kept,
              count(*)::int as reached
         from (
           select neighbour.id
             from unnest(walk.frontier) as place (id)
            cross join lateral (
              select distinct edge.downstream_id as id
                from lineage_edge edge
               where edge.upstream_id = place.id
               order by edge.downstream_id
               limit $4::int
            ) as neighbour
           except
           select unnest(walk.visited)
         ) as fresh
     ) as next
     where walk.depth <= $2::int
       and cardinality(walk.frontier) = walk.reached
       and walk.reached > 0
)
select depth, frontier as ids, reached from walk order by depth
