-- Stores versions of jobs that are new.
--
-- $1 versions  json  [{ job_id, digest, io }]    each once
-- →  id, job_id bigint, digest text
insert into job_version (job_id, digest, io)
select job_id, digest, io from json_to_recordset($1::json) as version (job_id bigint, digest text, io jsonb)
returning id, job_id, digest
