-- Jobs that are part of a job: tasks of a DAG, steps of a run.
--
-- $1 job_id  bigint
-- $2 limit   int
-- →  id bigint    in order of name
--
-- Reads job_parent_idx.
select id from job where parent_id = $1::bigint order by name, id limit $2::int
