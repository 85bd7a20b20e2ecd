-- Jobs that fit a filter by the state of their latest run.
--
-- $1 text         text      part of the name, in lower case; empty for all
-- $2 integrations text[]    null for any
-- $3 stale_after  interval  without an event for so long a run that has not ended is stale
-- →  state text, count int    NEVER for jobs without a run; most frequent first
select coalesce(run_status(latest.state, latest.last_event_at, job.processing_type, $3::interval), 'NEVER') as state,
       count(*)::int as count
  from job
  left join lateral (
         select run.state, run.last_event_at from run
          where run.job_id = job.id
          order by run.started_at desc nulls last, run.id desc
          limit 1
       ) as latest on true
 where ($1::text = '' or position($1 in lower(job.name)) > 0)
   and ($2::text[] is null or job.integration = any ($2))
 group by 1
 order by count desc, state
