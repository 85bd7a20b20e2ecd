-- Versions of jobs that are known.
--
-- $1 job_ids  bigint[]
-- $2 digests  text[]
-- →  id, job_id bigint, digest text
select version.id, version.job_id, version.digest
  from unnest($1::bigint[], $2::text[]) as wanted (job_id, digest)
  join job_version version on version.job_id = wanted.job_id and version.digest = wanted.digest
