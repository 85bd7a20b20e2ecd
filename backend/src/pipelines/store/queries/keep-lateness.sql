-- Computes from when to when jobs are late.
--
-- $1 job_ids  bigint[]
-- →  nothing
--
-- Reads run_job_idx, 20 rows of each.
insert into job_lateness (job_id, late_from, late_until)
select job.id, rhythm.late_from, rhythm.late_until
  from job
 cross join lateral job_rhythm(job.id, job.processing_type) as rhythm
 where job.id = any ($1::bigint[])
on conflict (job_id) do update set late_from = excluded.late_from, late_until = excluded.late_until
