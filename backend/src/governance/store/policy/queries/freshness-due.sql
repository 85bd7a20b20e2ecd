-- Assets whose freshness may be judged otherwise than a while ago: written since, or just become older than a policy
-- allows; and those of which a source says how old their data is.
--
-- $1 since       timestamptz
-- $2 now         timestamptz
-- $3 limits      int[]          ages that policies allow, in seconds
-- →  asset_id bigint    in order
--
-- A run that took more than a day is found by the nightly evaluation. Reads run by run_recent_idx, run_dataset,
-- pipeline_dataset (pipelines), asset (catalog).
select dataset.asset_id
  from unnest($3::int[] || 0) as allowed (seconds)
 cross join lateral (select $1::timestamptz - make_interval(secs => allowed.seconds) as start,
                            $2::timestamptz - make_interval(secs => allowed.seconds) as stop) as span
  join run on run.state = 'COMPLETED'
          and run.started_at > span.start - interval '1 day' and run.started_at <= span.stop
          and coalesce(run.ended_at, run.started_at) > span.start and coalesce(run.ended_at, run.started_at) <= span.stop
  join run_dataset used on used.run_id = run.id and used.direction = 'OUTPUT'
  join pipeline_dataset dataset on dataset.id = used.dataset_id
 where dataset.asset_id is not null
 union
select id from asset where status = 'ACTIVE' and (properties ? 'freshness' or properties ? 'maxLoadedAt')
 order by 1
