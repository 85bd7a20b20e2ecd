-- Jobs, those that ran last first.
--
-- $1 text         text         part of the name, in lower case; empty for all
-- $2 states       text[]       of RunStatus, of the latest run; null for any
-- $3 integrations text[]       null for any
-- $4 stale_after  interval     without an event for so long a run that has not ended is stale
-- $5 after_start  timestamptz  start of the last job of the page before, '-infinity' for none; null for the first page
-- $6 after_id     bigint
-- $7 limit        int
-- →  id bigint, start text    of its latest run; '-infinity' for a job that never ran
--
-- Reads run_job_idx once per job that fits.
select job.id, coalesce(latest.started_at, '-infinity')::text as start
  from job
  left join lateral (
         select run.started_at, run.state, run.last_event_at from run
          where run.job_id = job.id
          order by run.started_at desc nulls last, run.id desc
          limit 1
       ) as latest on true
 where ($1::text = '' or position($1 in lower(job.name)) > 0)
   and ($3::text[] is null or job.integration = any ($3))
   and ($2::text[] is null or
        run_status(latest.state, latest.last_event_at, job.processing_type, $4::interval) = any ($2))
   and ($5::timestamptz is null or (coalesce(latest.started_at, '-infinity'), job.id) < ($5, $6::bigint))
 order by coalesce(latest.started_at, '-infinity') desc, job.id desc
 limit $7::int
