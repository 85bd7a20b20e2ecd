-- Restrictions, latest first, one page.
--
-- $1 before  uuid  the last one of the page before; null for the first page
-- $2 first   int   1..101
-- $3 id      uuid  only this one; null for all
-- →  the fields of RestrictionRow, by their names in TypeScript
--
-- Reads asset and namespace (catalog).
select restriction.id, restriction.asset_id as "assetId", namespace.name as namespace, restriction.reason,
       restriction.restricted_by as "restrictedBy", restriction.restricted_at as "restrictedAt",
       case when restriction.asset_id is not null then 1
            else (select count(*) from asset where asset.namespace_id = restriction.namespace_id) end::int as "assetCount"
  from restriction
  left join namespace on namespace.id = restriction.namespace_id
 where ($1::uuid is null or restriction.id < $1)
   and ($3::uuid is null or restriction.id = $3)
 order by restriction.id desc
 limit $2::int
