-- Notes that the rhythm of jobs may have changed.
--
-- $1 job_ids  bigint[]
-- →  nothing
--
-- The update of what is noted already keeps it from being taken by somebody who does not see these runs yet.
insert into job_stir (job_id) select distinct job_id from unnest($1::bigint[]) as stirred (job_id) order by job_id
on conflict (job_id) do update set job_id = excluded.job_id
