-- What each source says about each of many assets.
--
-- $1 asset_ids  bigint[]
-- →  asset_id, kind, name, label, key, vouches, observed_at, facts (columns left out, they are many),
--    column_total int (null: says nothing of columns); latest evidence first
--
-- Reads assertion_asset_idx.
select assertion.asset_id, source.kind, source.name, source.label, assertion.key, assertion.vouches,
       assertion.observed_at, assertion.facts - 'columns' as facts,
       jsonb_array_length(assertion.facts -> 'columns') as column_total
  from assertion
  join source on source.id = assertion.source_id
 where assertion.asset_id = any ($1::bigint[])
 order by assertion.asset_id, assertion.observed_at desc, assertion.id
