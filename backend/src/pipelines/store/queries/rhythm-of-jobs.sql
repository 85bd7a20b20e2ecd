-- How often jobs start, and whether they are overdue.
--
-- $1 job_ids  bigint[]
-- →  job_id bigint, usual_seconds float, expected_at timestamptz, is_late boolean    jobs that never started are left out
--
-- Reads run_job_idx, 20 rows of each.
select job.id as job_id, extract(epoch from rhythm.usual)::float8 as usual_seconds, rhythm.expected_at, rhythm.is_late
  from job
 cross join lateral job_rhythm(job.id, job.processing_type) as rhythm
 where job.id = any ($1::bigint[]) and rhythm.last_start is not null
