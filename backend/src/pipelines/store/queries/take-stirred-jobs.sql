-- Takes jobs whose rhythm may have changed, and that nobody is writing runs of.
--
-- $1 limit  int
-- →  job_id bigint
delete from job_stir
 where job_id in (select job_id from job_stir limit $1::int for update skip locked)
returning job_id
