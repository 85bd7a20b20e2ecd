-- All facets that events carry of assets, under whichever of their spellings, and that nobody has taken back.
--
-- $1 asset_ids  bigint[]
-- →  asset_id bigint, name text, facet jsonb    in order of asset and name; of several spellings the one said last
--
-- Reads pipeline_dataset_asset_idx and job_asset_idx.
with said as (
  select dataset.asset_id, each.key as name, each.value as register
    from pipeline_dataset dataset
   cross join lateral jsonb_each(dataset.facets) as each
   where dataset.asset_id = any ($1::bigint[])
  union all
  select job.asset_id, each.key, each.value
    from job
   cross join lateral jsonb_each(job.facets) as each
   where job.asset_id = any ($1::bigint[])
), latest as (
  select distinct on (asset_id, name) asset_id, name, register ->> 2 as digest
    from said
   order by asset_id, name, (register ->> 0)::bigint desc, register ->> 1 desc
)
select latest.asset_id, latest.name, content.value as facet
  from latest
  join facet_value content on content.digest = latest.digest
 where content.value -> '_deleted' is distinct from 'true'
 order by latest.asset_id, latest.name
