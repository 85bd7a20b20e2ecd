-- How many violations fit a filter.
--
-- $1 statuses    text[]  null for all
-- $2 severities  text[]  null for all
-- $3 policies    text[]  null for all
-- $4 asset_id    bigint  null for all
-- →  count int
select count(*)::int as count
  from violation
 where ($1::text[] is null or status = any ($1))
   and ($2::text[] is null or severity = any ($2))
   and ($3::text[] is null or policy = any ($3))
   and ($4::bigint is null or asset_id = $4)
