-- All facets of jobs that nobody has taken back.
--
-- $1 job_ids  bigint[]
-- →  job_id bigint, name text, facet jsonb    in order of job and name
select job.id as job_id, said.key as name, content.value as facet
  from job
 cross join lateral jsonb_each(job.facets) as said
  join facet_value content on content.digest = said.value ->> 2
 where job.id = any ($1::bigint[]) and content.value -> '_deleted' is distinct from 'true'
 order by job.id, said.key
