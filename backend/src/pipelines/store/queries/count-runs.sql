-- Number of runs that fit a filter.
--
-- $1 states       text[]       of RunStatus; null for any
-- $2 job_id       bigint       null for any
-- $3 from         timestamptz  started at or after; null for any
-- $4 to           timestamptz  started before; null for any
-- $5 stale_after  interval     without an event for so long a run that has not ended is stale
-- →  total int
select count(*)::int as total
  from run
  join job on job.id = run.job_id
 where ($2::bigint is null or run.job_id = $2)
   and ($3::timestamptz is null or run.started_at >= $3)
   and ($4::timestamptz is null or run.started_at < $4)
   and ($1::text[] is null or
        run_status(run.state, run.last_event_at, job.processing_type, $5::interval) = any ($1))
