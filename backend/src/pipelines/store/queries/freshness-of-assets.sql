-- How the runs that write assets go, and how often they complete.
--
-- $1 asset_ids  bigint[]
-- $2 days       int       for how the runs went
-- →  asset_id bigint, runs, failed, ended int (of those days), written_at timestamptz, usual_seconds float,
--    expected_at timestamptz, is_late boolean    assets that no run wrote are left out
--
-- Late as a job is late: see job_rhythm; but counted from one completed write to the next, over the last 20.
-- Reads pipeline_dataset_asset_idx, run_dataset_dataset_idx.
select want.asset_id, coalesce(lately.runs, 0) as runs, coalesce(lately.failed, 0) as failed,
       coalesce(lately.ended, 0) as ended, rhythm.written_at,
       extract(epoch from rhythm.usual)::float8 as usual_seconds, rhythm.written_at + rhythm.usual as expected_at,
       coalesce(rhythm.writes >= 4
         and now() > rhythm.written_at + rhythm.longest + greatest(interval '10 minutes', rhythm.longest / 10)
         and now() < rhythm.written_at + greatest(interval '14 days', rhythm.longest * 30), false) as is_late
  from unnest($1::bigint[]) as want (asset_id)
 cross join lateral (
         select max(at) as written_at, count(*) as writes,
                percentile_cont(0.5) within group (order by gap) as usual,
                percentile_disc(0.9) within group (order by gap) as longest
           from (
             select at, at - lead(at) over (order by at desc) as gap
               from (
                 select distinct run.id, coalesce(run.ended_at, run.started_at) as at
                   from pipeline_dataset dataset
                   join run_dataset used on used.dataset_id = dataset.id and used.direction = 'OUTPUT'
                   join run on run.id = used.run_id and run.state = 'COMPLETED'
                  where dataset.asset_id = want.asset_id
                  order by at desc nulls last, run.id desc
                  limit 20
               ) as recent
           ) as spaced
       ) as rhythm
  left join lateral (
         select count(*)::int as runs, count(*) filter (where one.state = 'FAILED')::int as failed,
                count(*) filter (where one.state in ('FAILED', 'COMPLETED'))::int as ended
           from (
             select distinct run.id, run.state
               from pipeline_dataset dataset
               join run_dataset used on used.dataset_id = dataset.id and used.direction = 'OUTPUT'
               join run on run.id = used.run_id
              where dataset.asset_id = want.asset_id and run.started_at >= now() - make_interval(days => $2::int)
           ) as one
       ) as lately on true
 where rhythm.written_at is not null or lately.runs > 0
