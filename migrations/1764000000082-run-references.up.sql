-- What runs read and wrote, and when jobs were seen, is checked once per statement and not once per row: these checks
-- were a third of what storing it costs, and a pipeline stores it by the thousand.
--
-- The rules are those of the foreign keys that they replace. No row is locked: whoever writes here holds the lock of the
-- catalog's writers, and so does whoever takes runs, jobs or datasets away.
alter table run_dataset
  drop constraint run_dataset_run_id_fkey,
  drop constraint run_dataset_dataset_id_fkey;
alter table job_observation
  drop constraint job_observation_job_id_fkey,
  drop constraint job_observation_version_id_fkey;

create function check_run_dataset() returns trigger language plpgsql as $$
declare
  missing text;
begin
  select 'run ' || said.id into missing from (select distinct run_id as id from added) as said
   where not exists (select from run where run.id = said.id) limit 1;
  if missing is null then
    select 'dataset ' || said.id into missing from (select distinct dataset_id as id from added) as said
     where not exists (select from pipeline_dataset dataset where dataset.id = said.id) limit 1;
  end if;
  if missing is not null then
    raise foreign_key_violation using message = format('There is no %s for a run to have touched', missing),
      table = 'run_dataset', constraint = 'run_dataset_names';
  end if;
  return null;
end $$;

create function check_job_observation() returns trigger language plpgsql as $$
declare
  missing text;
begin
  select 'job ' || said.id into missing from (select distinct job_id as id from added) as said
   where not exists (select from job where job.id = said.id) limit 1;
  if missing is null then
    select 'version ' || said.id into missing from (select distinct version_id as id from added) as said
     where not exists (select from job_version version where version.id = said.id) limit 1;
  end if;
  if missing is not null then
    raise foreign_key_violation using message = format('There is no %s for a job to be seen with', missing),
      table = 'job_observation', constraint = 'job_observation_names';
  end if;
  return null;
end $$;

create trigger run_dataset_names after insert on run_dataset
  referencing new table as added for each statement execute function check_run_dataset();
create trigger run_dataset_names_others after update on run_dataset
  referencing new table as added for each statement execute function check_run_dataset();
create trigger job_observation_names after insert on job_observation
  referencing new table as added for each statement execute function check_job_observation();
create trigger job_observation_names_others after update on job_observation
  referencing new table as added for each statement execute function check_job_observation();

-- What was `on delete cascade`, and what was not.
create function drop_uses_of_runs() returns trigger language plpgsql as $$
begin
  delete from run_dataset used using gone where used.run_id = gone.id;
  return null;
end $$;
create trigger run_takes_its_datasets after delete on run
  referencing old table as gone for each statement execute function drop_uses_of_runs();

create function keep_used_datasets() returns trigger language plpgsql as $$
begin
  if exists (select from gone join run_dataset used on used.dataset_id = gone.id) then
    raise foreign_key_violation using message = 'A run has touched the dataset', table = 'pipeline_dataset';
  end if;
  return null;
end $$;
create trigger pipeline_dataset_stays_while_used after delete on pipeline_dataset
  referencing old table as gone for each statement execute function keep_used_datasets();

create function drop_observations_of_jobs() returns trigger language plpgsql as $$
begin
  delete from job_observation seen using gone where seen.job_id = gone.id;
  return null;
end $$;
create trigger job_takes_its_observations after delete on job
  referencing old table as gone for each statement execute function drop_observations_of_jobs();

-- A version belongs to a job: what saw the one has the other's id.
create function keep_seen_versions() returns trigger language plpgsql as $$
begin
  if exists (select from gone join job_observation seen on seen.job_id = gone.job_id and seen.version_id = gone.id) then
    raise foreign_key_violation using message = 'A job was seen with the version', table = 'job_version';
  end if;
  return null;
end $$;
create trigger job_version_stays_while_seen after delete on job_version
  referencing old table as gone for each statement execute function keep_seen_versions();
