-- The restriction that each of many assets is under: its own, else its namespace's.
--
-- $1 asset_ids  bigint[]
-- →  of_id bigint and the fields of RestrictionRow; no row for an asset under none
--
-- Reads asset and namespace (catalog).
select distinct on (asset.id) asset.id as of_id, restriction.id, restriction.asset_id as "assetId",
       namespace.name as namespace, restriction.reason, restriction.restricted_by as "restrictedBy",
       restriction.restricted_at as "restrictedAt",
       case when restriction.asset_id is not null then 1
            else (select count(*) from asset beside where beside.namespace_id = restriction.namespace_id) end::int as "assetCount"
  from asset
  join restriction on restriction.asset_id = asset.id or restriction.namespace_id = asset.namespace_id
  left join namespace on namespace.id = restriction.namespace_id
 where asset.id = any ($1::bigint[])
 order by asset.id, restriction.asset_id nulls last
