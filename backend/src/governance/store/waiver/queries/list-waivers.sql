-- Waivers, latest first, one page.
--
-- $1 statuses  text[]       null for all
-- $2 asset_id  bigint       null for all
-- $3 policy    text         null for all
-- $4 until     timestamptz  only those that end before it; null for all
-- $5 before    uuid         the last one of the page before; null for the first page
-- $6 first     int          1..101
-- $7 id        uuid         only this one; null for all
-- →  the fields of WaiverRow, by their names in TypeScript
select id, policy, requirement, asset_id as "assetId", column_path as column, reason, conditions,
       content_hash as "contentHash", status, requested_by as "requestedBy", requested_at as "requestedAt",
       expires_at as "expiresAt", decided_by as "decidedBy", decided_at as "decidedAt",
       decision_reason as "decisionReason", ended_by as "endedBy", ended_at as "endedAt"
  from waiver
 where ($1::text[] is null or status = any ($1))
   and ($2::bigint is null or asset_id = $2)
   and ($3::text is null or policy = $3)
   and ($4::timestamptz is null or expires_at < $4)
   and ($5::uuid is null or id < $5)
   and ($7::uuid is null or id = $7)
 order by id desc
 limit $6::int
