-- Access requests, latest first, one page.
--
-- $1 statuses      text[]       null for all
-- $2 asset_id      bigint       null for all
-- $3 requested_by  text         null for all
-- $4 owners        text[]       lower case: only those about assets of these owners; null for all
-- $5 until         timestamptz  only those that end before it; null for all
-- $6 before        uuid         the last one of the page before; null for the first page
-- $7 first         int          1..101
-- $8 id            uuid         only this one; null for all
-- →  the fields of AccessRequestRow, by their names in TypeScript
--
-- Reads asset (catalog).
select request.id, request.asset_id as "assetId", request.purpose, request.content_hash as "contentHash", request.status,
       request.requested_by as "requestedBy", request.requested_at as "requestedAt", request.expires_at as "expiresAt",
       request.decided_by as "decidedBy", request.decided_at as "decidedAt", request.decision_reason as "decisionReason",
       request.ended_at as "endedAt"
  from access_request request
  join asset on asset.id = request.asset_id
 where ($1::text[] is null or request.status = any ($1))
   and ($2::bigint is null or request.asset_id = $2)
   and ($3::text is null or request.requested_by = $3)
   and ($4::text[] is null or lower(asset.owner) = any ($4))
   and ($5::timestamptz is null or request.expires_at < $5)
   and ($6::uuid is null or request.id < $6)
   and ($8::uuid is null or request.id = $8)
 order by request.id desc
 limit $7::int
