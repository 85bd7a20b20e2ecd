-- Jobs that fit a filter, by what they could be filtered by: each field counts what fits all the others.
--
-- $1 text         text      part of the name, in lower case; empty for all
-- $2 is_top_level boolean   true: part of no other job; false: part of one; null for any
-- $3 states       text[]    of RunStatus, of the latest run; null for any
-- $4 integrations text[]    null for any
-- $5 namespaces   text[]    null for any
-- $6 owners       text[]    of its asset; null for any
-- $7 is_late      boolean   null for any
-- $8 stale_after  interval  without an event for so long a run that has not ended is stale
-- →  field text, value text, count int    field is total, state, integration, namespace, owner or late; state is NEVER
--    for jobs without a run; total and late have one row each, value null; most frequent first within a field
--
-- Reads run_job_idx once per job, 20 rows of it for jobs whose lateness is not kept, and asset (catalog).
with lateness as (
  select job.*, coalesce(now() > kept.late_from and now() < kept.late_until, false) as is_late
    from job
    join job_lateness kept on kept.job_id = job.id
   where not exists (select from job_stir where job_stir.job_id = job.id)
  union all
  select job.*, rhythm.is_late
    from job
   cross join lateral job_rhythm(job.id, job.processing_type) as rhythm
   where not exists (select from job_lateness kept where kept.job_id = job.id)
      or exists (select from job_stir where job_stir.job_id = job.id)
), fit as materialized (
  select coalesce(run_status(latest.state, latest.last_event_at, job.processing_type, $8::interval), 'NEVER') as state,
         job.integration, job.namespace, asset.owner, is_late,
         $3::text[] is null or
           coalesce(run_status(latest.state, latest.last_event_at, job.processing_type, $8) = any ($3), false) as fits_state,
         $4::text[] is null or coalesce(job.integration = any ($4), false) as fits_integration,
         $5::text[] is null or job.namespace = any ($5) as fits_namespace,
         $6::text[] is null or coalesce(asset.owner = any ($6), false) as fits_owner,
         $7::boolean is null or is_late = $7 as fits_late
    from lateness as job
    left join asset on asset.id = job.asset_id
    left join lateral (
           select run.state, run.last_event_at from run
            where run.job_id = job.id
            order by run.started_at desc nulls last, run.id desc
            limit 1
         ) as latest on true
   where ($1::text = '' or position($1 in lower(job.name)) > 0)
     and ($2::boolean is null or (job.parent_id is null) = $2)
)
select 'total' as field, null as value, count(*)::int as count
  from fit where fits_state and fits_integration and fits_namespace and fits_owner and fits_late
union all
select 'late', null, count(*)::int
  from fit where is_late and fits_state and fits_integration and fits_namespace and fits_owner
union all
select 'state', state, count(*)::int
  from fit where fits_integration and fits_namespace and fits_owner and fits_late group by state
union all
select 'integration', integration, count(*)::int
  from fit where integration is not null and fits_state and fits_namespace and fits_owner and fits_late
 group by integration
union all
select 'namespace', namespace, count(*)::int
  from fit where fits_state and fits_integration and fits_owner and fits_late group by namespace
union all
select 'owner', owner, count(*)::int
  from fit where owner is not null and fits_state and fits_integration and fits_namespace and fits_late group by owner
 order by field, count desc, value
