-- The latest runs that read or wrote each of many assets.
--
-- $1 asset_ids  bigint[]
-- $2 direction  text      INPUT, OUTPUT; null for either
-- $3 first      int       of each asset; 1..100
-- →  asset_id bigint, run_id bigint    latest start first within an asset
--
-- Reads pipeline_dataset_asset_idx, run_dataset_dataset_idx.
select want.asset_id, latest.id as run_id
  from unnest($1::bigint[]) as want (asset_id)
 cross join lateral (
         select distinct run.id, run.started_at
           from pipeline_dataset dataset
           join run_dataset used on used.dataset_id = dataset.id
           join run on run.id = used.run_id
          where dataset.asset_id = want.asset_id and ($2::text is null or used.direction = $2)
          order by run.started_at desc nulls last, run.id desc
          limit $3::int
       ) as latest
 order by want.asset_id, latest.started_at desc nulls last, latest.id desc
