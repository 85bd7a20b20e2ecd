-- The columns of some assets at two moments, for those whose schema changed between them.
--
-- $1 ids   bigint[]
-- $2 from  timestamptz
-- $3 to    timestamptz
-- →  asset_id bigint, before jsonb, after jsonb, at timestamptz, delivery_id uuid    columns as in schema_version;
--    `before` is empty when none was known yet; at and delivery_id are of the latest change
--
-- Reads schema_version (catalog) by its primary key, delivery (ingestion).
select latest.asset_id, coalesce(earlier.columns, '[]') as before, latest.columns as after, latest.observed_at as at,
       delivery.public_id as delivery_id
  from unnest($1::bigint[]) as want (asset_id)
 cross join lateral (
         select * from schema_version version
          where version.asset_id = want.asset_id
            and version.observed_at > $2::timestamptz and version.observed_at <= $3::timestamptz
          order by version.version desc limit 1
       ) as latest
  left join lateral (
         select columns from schema_version version
          where version.asset_id = want.asset_id and version.observed_at <= $2::timestamptz
          order by version.version desc limit 1
       ) as earlier on true
  left join delivery on delivery.id = latest.delivery_id
