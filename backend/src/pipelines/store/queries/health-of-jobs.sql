-- How the runs of many jobs went over some days.
--
-- $1 job_ids  bigint[]
-- $2 days     int       1..365
-- →  job_id bigint, runs int, failed int, ended int, median_seconds float, p95_seconds float
--    jobs without runs in that time are left out
--
-- Reads run_job_idx.
select run.job_id, count(*)::int as runs, count(*) filter (where run.state = 'FAILED')::int as failed,
       count(*) filter (where run.state in ('FAILED', 'COMPLETED'))::int as ended,
       percentile_cont(0.5) within group (order by extract(epoch from run.ended_at - run.started_at))
         filter (where run.ended_at >= run.started_at) as median_seconds,
       percentile_cont(0.95) within group (order by extract(epoch from run.ended_at - run.started_at))
         filter (where run.ended_at >= run.started_at) as p95_seconds
  from run
 where run.job_id = any ($1::bigint[]) and run.started_at >= now() - make_interval(days => $2::int)
 group by run.job_id
