-- Forgets jobs, runs and what they read and wrote; the catalog keeps their assets.
alter table job drop constraint job_version_id_fkey;
drop table pipeline_event, job_observation, run_dataset, pipeline_dataset, run, job_version, job, facet_value;
