-- Runs, latest start first.
--
-- $1 states       text[]       of RunStatus; null for any
-- $2 job_id       bigint       null for any
-- $3 from         timestamptz  started at or after; null for any
-- $4 to           timestamptz  started before; null for any
-- $5 stale_after  interval     without an event for so long a run that has not ended is stale
-- $6 after_start  timestamptz  start of the last run of the page before, '-infinity' for none; null for the first page
-- $7 after_id     bigint
-- $8 limit        int
-- →  id bigint, start text    start is '-infinity' for a run that has not started
--
-- Reads run_job_idx or run_recent_idx in their own order.
select run.id, coalesce(run.started_at, '-infinity')::text as start
  from run
  join job on job.id = run.job_id
 where ($2::bigint is null or run.job_id = $2)
   and ($3::timestamptz is null or run.started_at >= $3)
   and ($4::timestamptz is null or run.started_at < $4)
   and ($1::text[] is null or
        run_status(run.state, run.last_event_at, job.processing_type, $5::interval) = any ($1))
   and ($6::timestamptz is null
        or (coalesce(run.started_at, '-infinity'), run.id) < ($6, $7::bigint))
 order by run.started_at desc nulls last, run.id desc
 limit $8::int
