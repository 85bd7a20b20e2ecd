-- What sources said of assets at a moment in the past.
--
-- $1 ids  bigint[]
-- $2 at   timestamptz
-- →  id, public_id, name, display_name, namespace, platform, environment, namespace_region, and assertions as json:
--    [{ sourceKind, sourceName, key, observedAt (ms), vouches, facts }]; only assets of which something was said
--
-- What a namespace says is taken as it is now. Reads asset, namespace, assertion, assertion_history and source (catalog).
with said as (
  select asset_id, source_id, key, vouches, facts, observed_at
    from assertion
   where asset_id = any ($1::bigint[]) and observed_at <= $2::timestamptz
  union all
  select asset_id, source_id, key, true, facts, observed_at
    from assertion_history
   where asset_id = any ($1::bigint[]) and observed_at <= $2::timestamptz and closed_at > $2::timestamptz
)
select asset.id, asset.public_id, asset.name, asset.display_name, namespace.name as namespace, asset.platform,
       namespace.environment, namespace.region as namespace_region,
       json_agg(json_build_object('sourceKind', source.kind, 'sourceName', source.name, 'key', said.key,
                                  'observedAt', (extract(epoch from said.observed_at) * 1000)::float8,
                                  'vouches', said.vouches, 'facts', said.facts)) as assertions
  from said
  join source on source.id = said.source_id
  join asset on asset.id = said.asset_id
  join namespace on namespace.id = asset.namespace_id
 group by asset.id, asset.public_id, asset.name, asset.display_name, asset.platform, namespace.id, namespace.name,
          namespace.environment, namespace.region
 order by asset.id
