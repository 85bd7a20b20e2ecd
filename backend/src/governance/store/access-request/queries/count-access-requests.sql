-- How many access requests fit a filter.
--
-- $1 statuses      text[]       null for all
-- $2 asset_id      bigint       null for all
-- $3 requested_by  text         null for all
-- $4 owners        text[]       lower case: only those about assets of these owners; null for all
-- $5 until         timestamptz  only those that end before it; null for all
-- →  count int
--
-- Reads asset (catalog).
select count(*)::int as count
  from access_request request
  join asset on asset.id = request.asset_id
 where ($1::text[] is null or request.status = any ($1))
   and ($2::bigint is null or request.asset_id = $2)
   and ($3::text is null or request.requested_by = $3)
   and ($4::text[] is null or lower(asset.owner) = any ($4))
   and ($5::timestamptz is null or request.expires_at < $5)
