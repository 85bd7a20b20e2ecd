-- Columns that are fed by a root at a moment in the past, level by level, each at its shortest distance.
--
-- $1 root_id   bigint       of the column
-- $2 depth     int          0..25
-- $3 budget    int          most columns to keep, the root included
-- $4 at        timestamptz  'infinity' for today
-- $5 kind      text         DIRECT, INDIRECT, or null for both
-- →  depth int, ids bigint[], reached int   one row per level from 0 (the root) to depth + 1. `reached` counts the
--    new columns of the level, `ids` keeps as many as the budget allows; of level depth + 1 none, it is only counted.
--    Ends early after a level that is empty or that did not fit.
--
-- The same shape as walk-downstream.sql, which says why.
-- Reads column_edge's primary key and column_edge_history_down_idx.
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
              select edge.downstream_id
                from column_edge edge
               where edge.upstream_id = place.id and edge.valid_from <= $4::timestamptz
                 and ($5::text is null or edge.kind = $5)
               union
              select past.downstream_id
                from column_edge_history past
               where past.upstream_id = place.id and past.valid_to > $4::timestamptz and past.valid_from <= $4::timestamptz
                 and ($5::text is null or past.kind = $5)
            ) as neighbour (id)
           except
           select unnest(walk.visited)
         ) as fresh
     ) as next
     where walk.depth <= $2::int
       and cardinality(walk.frontier) = walk.reached
       and walk.reached > 0
)
select depth, frontier as ids, reached from walk order by depth
