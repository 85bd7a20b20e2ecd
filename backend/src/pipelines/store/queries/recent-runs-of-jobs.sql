-- The latest runs of each of many jobs.
--
-- $1 job_ids  bigint[]
-- $2 first    int       of each job; 1..100
-- →  job_id bigint, run_id bigint    latest start first within a job
--
-- A lateral limit per job walks run_job_idx in its own order.
select want.job_id, latest.id as run_id
  from unnest($1::bigint[]) as want (job_id)
 cross join lateral (
         select run.id, run.started_at from run
          where run.job_id = want.job_id
          order by run.started_at desc nulls last, run.id desc
          limit $2::int
       ) as latest
 order by want.job_id, latest.started_at desc nulls last, latest.id desc
