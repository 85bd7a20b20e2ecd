-- What versions of jobs read and write.
--
-- $1 ids  bigint[]
-- →  id bigint, io jsonb
select id, io from job_version where id = any ($1::bigint[])
