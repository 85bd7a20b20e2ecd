-- What sources said of assets at a moment in the past.
--
-- $1 ids  bigint[]
-- $2 at   timestamptz
-- →  asset_id bigint, name text, platform text, sources text[] (labels, in order), assertions json:
--    [{ sourceKind, sourceName, key, observedAt (ms), vouches, facts }]; only assets of which something was said
--
-- Whether a source vouched then is not kept: what it said in the past counts as if it had.
-- Reads assertion_asset_idx, assertion_history_asset_idx.
with said as (
  select asset_id, source_id, key, vouches, facts, observed_at
    from assertion
   where asset_id = any ($1::bigint[]) and observed_at <= $2::timestamptz
  union all
  select asset_id, source_id, key, true, facts, observed_at
    from assertion_history
   where asset_id = any ($1::bigint[]) and observed_at <= $2::timestamptz and closed_at > $2::timestamptz
)
select asset.id as asset_id, asset.name, asset.platform,
       array_agg(distinct source.label order by source.label) as sources,
       json_agg(json_build_object('sourceKind', source.kind, 'sourceName', source.name, 'key', said.key,
                                  'observedAt', (extract(epoch from said.observed_at) * 1000)::float8,
                                  'vouches', said.vouches, 'facts', said.facts)) as assertions
  from said
  join source on source.id = said.source_id
  join asset on asset.id = said.asset_id
 group by asset.id, asset.name, asset.platform
