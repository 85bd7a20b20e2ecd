-- Stores when jobs were seen with which version.
--
-- $1 observations  json  [{ job_id, key, at_us, version_id, rank }]    each key once; at_us in microseconds since 1970
-- →  nothing
--
-- A run is seen with one job: what was noted of it with another goes.
with said as (
  select * from json_to_recordset($1::json) as observation (
    job_id bigint, key text, at_us bigint, version_id bigint, rank smallint)
), moved as (
  delete from job_observation old using said where old.key = said.key and old.job_id <> said.job_id
)
insert into job_observation (job_id, key, at, version_id, rank)
select job_id, key, timestamptz 'epoch' + at_us * interval '1 microsecond', version_id, rank from said
on conflict (job_id, key) do update
   set at = excluded.at, version_id = excluded.version_id, rank = excluded.rank
