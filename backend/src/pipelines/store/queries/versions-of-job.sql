-- What a job has read and written over time: its versions, the one seen last first.
--
-- $1 job_id  bigint
-- $2 limit   int
-- →  id bigint, io jsonb, first_seen, last_seen timestamptz, times int (runs and declarations), is_current boolean
--
-- Reads job_observation_rank_idx.
select version.id, version.io, seen.first_seen, seen.last_seen, seen.times, version.id = job.version_id as is_current
  from job
  join (
         select version_id, min(at) as first_seen, max(at) as last_seen, count(*)::int as times
           from job_observation where job_id = $1::bigint group by version_id
       ) as seen on true
  join job_version version on version.id = seen.version_id
 where job.id = $1
 order by seen.last_seen desc, version.id desc
 limit $2::int
