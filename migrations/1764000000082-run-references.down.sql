-- Takes back 1764000000082-run-references.up.sql.
drop trigger job_version_stays_while_seen on job_version;
drop function keep_seen_versions();
drop trigger job_takes_its_observations on job;
drop function drop_observations_of_jobs();
drop trigger pipeline_dataset_stays_while_used on pipeline_dataset;
drop function keep_used_datasets();
drop trigger run_takes_its_datasets on run;
drop function drop_uses_of_runs();
drop trigger job_observation_names_others on job_observation;
drop trigger job_observation_names on job_observation;
drop trigger run_dataset_names_others on run_dataset;
drop trigger run_dataset_names on run_dataset;
drop function check_job_observation();
drop function check_run_dataset();
alter table job_observation
  add constraint job_observation_job_id_fkey foreign key (job_id) references job on delete cascade,
  add constraint job_observation_version_id_fkey foreign key (version_id) references job_version;
alter table run_dataset
  add constraint run_dataset_run_id_fkey foreign key (run_id) references run on delete cascade,
  add constraint run_dataset_dataset_id_fkey foreign key (dataset_id) references pipeline_dataset;
