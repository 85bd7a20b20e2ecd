-- A job and a dataset of one name are two things: names are unique among jobs, and among all else.
alter table asset add column is_job boolean not null default false;
update asset set is_job = true where type = 'JOB';
alter table asset drop constraint asset_namespace_id_name_key, add unique (namespace_id, name, is_job);

alter table asset_identifier add column is_job boolean not null default false;
update asset_identifier set is_job = true from asset where asset.id = asset_identifier.asset_id and asset.is_job;
alter table asset_identifier drop constraint asset_identifier_pkey, add primary key (namespace_id, name, is_job);
