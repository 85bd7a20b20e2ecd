-- Runs that a run has started, earliest first.
--
-- $1 run_id  bigint
-- $2 limit   int
-- →  id bigint
--
-- Reads run_parent_idx.
select id from run where parent_id = $1::bigint order by started_at nulls last, id limit $2::int
