-- What jobs read and write now.
--
-- $1 job_ids  bigint[]
-- →  job_id bigint, direction text, namespace text, name text, asset_id bigint    inputs first, then in order of name
--
-- Reads pipeline_dataset by its canonical name.
select job.id as job_id, side.direction, place.pair ->> 0 as namespace, place.pair ->> 1 as name, dataset.asset_id
  from job
  join job_version version on version.id = job.version_id
 cross join lateral (values ('INPUT', version.io -> 'inputs'), ('OUTPUT', version.io -> 'outputs'))
         as side (direction, places)
 cross join lateral jsonb_array_elements_text(side.places) as said (position)
 cross join lateral (select version.io -> 'places' -> said.position::int as pair) as place
  left join pipeline_dataset dataset
         on dataset.namespace = place.pair ->> 0 and dataset.name = place.pair ->> 1
 where job.id = any ($1::bigint[])
 order by job.id, side.direction, namespace, name
