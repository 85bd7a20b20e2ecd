-- Who describes each of many assets, and under which key. Reads delivery (ingestion).
--
-- $1 asset_ids  bigint[]
-- →  one row per assertion, latest evidence first
--
-- Reads assertion_asset_idx; leaves the facts out, which may be large.
select assertion.asset_id, source.kind, source.name, source.label, assertion.key, assertion.observed_at,
       assertion.recorded_at, delivery.public_id as delivery_id
  from assertion
  join source on source.id = assertion.source_id
  left join delivery on delivery.id = assertion.delivery_id
 where assertion.asset_id = any ($1::bigint[])
 order by assertion.asset_id, assertion.observed_at desc, assertion.id
