-- The latest schema versions of each of many assets. Reads delivery (ingestion).
--
-- $1 asset_ids  bigint[]
-- $2 first      int       versions of each asset, 1..100
-- $3 before     int       only versions below it; null for the latest
-- →  one row per version, latest first within its asset
--
-- A lateral limit per asset walks schema_version's primary key backwards.
select want.asset_id, version.version, version.columns, version.diff, version.is_breaking, version.observed_at,
       version.recorded_at, delivery.public_id as delivery_id
  from unnest($1::bigint[]) as want (asset_id)
 cross join lateral (
         select *
           from schema_version
          where schema_version.asset_id = want.asset_id
            and ($3::int is null or schema_version.version < $3::int)
          order by schema_version.version desc
          limit $2::int
       ) as version
  left join delivery on delivery.id = version.delivery_id
 order by want.asset_id, version.version desc
