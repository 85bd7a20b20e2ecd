-- When assets were written last, as runs that completed tell.
--
-- $1 asset_ids  bigint[]
-- $2 at         timestamptz    not later than this
-- →  asset_id bigint, written_at timestamptz    assets that no run wrote are left out
--
-- Looks at the five latest runs that wrote a dataset, in the order in which they became known. Reads pipeline_dataset,
-- run_dataset by run_dataset_dataset_idx, run (pipelines).
select dataset.asset_id, max(latest.at) as written_at
  from pipeline_dataset dataset
 cross join lateral (
         select coalesce(run.ended_at, run.started_at) as at
           from run_dataset used
           join run on run.id = used.run_id
          where used.dataset_id = dataset.id and used.direction = 'OUTPUT' and run.state = 'COMPLETED'
            and coalesce(run.ended_at, run.started_at) <= $2::timestamptz
          order by used.run_id desc
          limit 5
       ) as latest
 where dataset.asset_id = any ($1::bigint[])
 group by dataset.asset_id
