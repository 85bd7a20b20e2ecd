-- Runs of the same job for the same thing: under the same parent, or for the same nominal time. The run itself is one.
--
-- $1 run_id  bigint
-- $2 limit   int
-- →  id bigint    in order of attempt, then of start
--
-- Reads run_parent_idx, run_job_idx.
with asked as (
  select id, job_id, parent_id, nominal_start from run where id = $1::bigint
), same as (
  select id from asked
  union
  select other.id from asked join run other on other.parent_id = asked.parent_id and other.job_id = asked.job_id
  union
  select other.id from asked join run other on other.job_id = asked.job_id and other.nominal_start = asked.nominal_start
)
select run.id
  from run
 where run.id in (select id from same)
 order by run.attempt nulls first, run.started_at nulls last, run.id
 limit $2::int
