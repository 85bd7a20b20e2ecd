-- Runs below a run: those that it started, those that they started, and so on.
--
-- $1 run_id  bigint
-- $2 limit   int
-- →  id bigint    earliest start first
--
-- UNION, so that a circle among parents ends. Reads run_parent_idx.
with recursive below (id, depth) as (
    select run.id, 1 from run where run.parent_id = $1::bigint
  union
    select run.id, below.depth + 1 from below join run on run.parent_id = below.id where below.depth < 8
)
select run.id
  from run
 where run.id in (select id from below) and run.id <> $1
 order by run.started_at nulls last, run.id
 limit $2::int
