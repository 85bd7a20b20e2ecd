-- How many waivers fit a filter.
--
-- $1 statuses  text[]       null for all
-- $2 asset_id  bigint       null for all
-- $3 policy    text         null for all
-- $4 until     timestamptz  only those that end before it; null for all
-- →  count int
select count(*)::int as count
  from waiver
 where ($1::text[] is null or status = any ($1))
   and ($2::bigint is null or asset_id = $2)
   and ($3::text is null or policy = $3)
   and ($4::timestamptz is null or expires_at < $4)
