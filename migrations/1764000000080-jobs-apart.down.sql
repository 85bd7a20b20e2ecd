-- Takes back 1764000000080-jobs-apart.up.sql. Fails when a job and a dataset of one name are there: one of them must go first.
alter table asset_identifier drop constraint asset_identifier_pkey, add primary key (namespace_id, name);
alter table asset_identifier drop column is_job;
alter table asset drop constraint asset_namespace_id_name_is_job_key, add unique (namespace_id, name);
alter table asset drop column is_job;
