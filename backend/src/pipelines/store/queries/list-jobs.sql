-- Jobs, those that ran last first.
--
-- $1 text         text         part of the name, in lower case; empty for all
-- $2 is_top_level boolean      true: part of no other job; false: part of one; null for any
-- $3 states       text[]       of RunStatus, of the latest run; null for any
-- $4 integrations text[]       null for any
-- $5 namespaces   text[]       null for any
-- $6 owners       text[]       of its asset; null for any
-- $7 is_late      boolean      null for any
-- $8 stale_after  interval     without an event for so long a run that has not ended is stale
-- $9 after_start  timestamptz  start of the last job of the page before, '-infinity' for none; null for the first page
-- $10 after_id    bigint
-- $11 limit       int
-- →  id bigint, start text    of its latest run; '-infinity' for a job that never ran
--
-- Reads run_job_idx once per job that fits, asset (catalog). The rhythm is asked for only where the filter wants it.
select job.id, coalesce(latest.started_at, '-infinity')::text as start
  from job
  left join asset on asset.id = job.asset_id
  left join lateral (
         select run.started_at, run.state, run.last_event_at from run
          where run.job_id = job.id
          order by run.started_at desc nulls last, run.id desc
          limit 1
       ) as latest on true
 where ($1::text = '' or position($1 in lower(job.name)) > 0)
   and ($2::boolean is null or (job.parent_id is null) = $2)
   and ($4::text[] is null or job.integration = any ($4))
   and ($5::text[] is null or job.namespace = any ($5))
   and ($6::text[] is null or asset.owner = any ($6))
   and ($3::text[] is null or
        run_status(latest.state, latest.last_event_at, job.processing_type, $8::interval) = any ($3))
   and ($9::timestamptz is null or (coalesce(latest.started_at, '-infinity'), job.id) < ($9, $10::bigint))
   and ($7::boolean is null or
        coalesce((select now() > kept.late_from and now() < kept.late_until from job_lateness kept
                   where kept.job_id = job.id and not exists (select from job_stir where job_stir.job_id = job.id)
                  union all
                  select is_late from job_rhythm(job.id, job.processing_type)
                   where not exists (select from job_lateness kept where kept.job_id = job.id)
                      or exists (select from job_stir where job_stir.job_id = job.id)), false) = $7)
 order by coalesce(latest.started_at, '-infinity') desc, job.id desc
 limit $11::int
