-- Pipelines.
create view seen.hidden_dataset as
select dataset.id, dataset.namespace, dataset.name
  from public.pipeline_dataset dataset
  join seen.hidden on hidden.id = dataset.asset_id;

create view seen.hidden_job as
select job.id
  from public.job
  join seen.hidden on hidden.id = job.asset_id;

-- What a job reads and writes without hidden datasets: their places stay, so that positions hold, without a name.
create function seen.visible_io(io jsonb) returns jsonb language sql stable set search_path = seen, public as $$
  with place as (
    select item.place - 1 as position, item.pair,
           exists (select from seen.hidden_dataset hidden
                    where hidden.namespace = item.pair ->> 0 and hidden.name = item.pair ->> 1) as is_hidden
      from jsonb_array_elements(io -> 'places') with ordinality as item (pair, place)
  ), gone as (
    select coalesce(array_agg(position::int), '{}') as positions from place where is_hidden
  )
  select case when gone.positions = '{}' then io else io || jsonb_build_object(
           'places', (select jsonb_agg(case when is_hidden then '["", ""]' else pair end order by position) from place),
           'inputs', (select coalesce(jsonb_agg(said order by place), '[]')
                        from jsonb_array_elements(io -> 'inputs') with ordinality as one (said, place)
                       where said::int <> all (gone.positions)),
           'outputs', (select coalesce(jsonb_agg(said order by place), '[]')
                         from jsonb_array_elements(io -> 'outputs') with ordinality as one (said, place)
                        where said::int <> all (gone.positions)),
           'edges', (select coalesce(jsonb_agg(said order by place), '[]')
                       from jsonb_array_elements(io -> 'edges') with ordinality as one (said, place)
                      where (said -> 0)::int <> all (gone.positions) and (said -> 1)::int <> all (gone.positions)),
           'columnEdges', (select coalesce(jsonb_agg(said order by place), '[]')
                             from jsonb_array_elements(io -> 'columnEdges') with ordinality as one (said, place)
                            where (said -> 'from')::int <> all (gone.positions) and (said -> 'to')::int <> all (gone.positions)))
         end
    from gone
$$;

select seen.show('job', 'not exists (select from seen.hidden where hidden.id = job.asset_id)', jsonb_build_object(
  'parent_id', 'case when exists (select from seen.hidden_job hidden where hidden.id = job.parent_id) then null else job.parent_id end'));

select seen.show('job_version', 'not exists (select from seen.hidden_job hidden where hidden.id = job_version.job_id)',
  jsonb_build_object('io', 'seen.visible_io(job_version.io)'));

create view seen.job_observation as
select * from public.job_observation observation
 where not exists (select from seen.hidden_job hidden where hidden.id = observation.job_id);

select seen.show('run', 'not exists (select from seen.hidden_job hidden where hidden.id = run.job_id)', (
  select jsonb_object_agg(name, format(
           'case when exists (select from public.run other join seen.hidden_job hidden on hidden.id = other.job_id
                               where other.id = run.%1$I) then null else run.%1$I end', name))
    from unnest(array['parent_id', 'root_id']) as shown (name)));

-- Column lineage as an event says it names whatever it came from.
select seen.show('pipeline_dataset', 'not exists (select from seen.hidden where hidden.id = pipeline_dataset.asset_id)',
  jsonb_build_object('facets', $$pipeline_dataset.facets - 'columnLineage'$$));

select seen.show('run_dataset', $$
      not exists (select from seen.hidden_dataset hidden where hidden.id = run_dataset.dataset_id)
  and exists (select from seen.run where run.id = run_dataset.run_id)$$,
  jsonb_build_object('facets', $$run_dataset.facets - 'columnLineage'$$));

create view seen.control_edge as
select * from public.control_edge edge
 where not exists (select from seen.hidden_job hidden where hidden.id = edge.upstream_id)
   and not exists (select from seen.hidden_job hidden where hidden.id = edge.downstream_id)
   and not exists (select from seen.hidden_job hidden where hidden.id = edge.said_by);

create view seen.pipeline_event as
select * from public.pipeline_event event
 where not exists (select from seen.hidden_job hidden where hidden.id = event.job_id)
   and (event.run_id is null or exists (select from seen.run where run.id = event.run_id));

create view seen.job_lateness as
select * from public.job_lateness lateness
 where not exists (select from seen.hidden_job hidden where hidden.id = lateness.job_id);

create view seen.job_stir as
select * from public.job_stir stir
 where not exists (select from seen.hidden_job hidden where hidden.id = stir.job_id);
