-- Columns at which something arrives unmasked, for violations that are open or acknowledged.
--
-- $1 policy  text  null: any
-- $2 most    int
-- →  violation uuid, column_id bigint    latest violations first; those without a column on their path are left out
--
-- Reads asset and asset_column (catalog).
select violation.public_id as violation, reached.id as column_id
  from violation
 cross join lateral (
         select step.said
           from jsonb_array_elements(violation.path) with ordinality as step (said, place)
          where step.said ->> 'column' is not null
          order by step.place desc
          limit 1) as last
  join asset on asset.public_id = (last.said ->> 'assetId')::uuid
  join asset_column reached on reached.asset_id = asset.id and reached.path = last.said ->> 'column'
 where violation.code = 'REACHES_UNMASKED' and violation.status in ('OPEN', 'ACKNOWLEDGED')
   and ($1::text is null or violation.policy = $1::text)
 order by violation.id desc
 limit $2::int
