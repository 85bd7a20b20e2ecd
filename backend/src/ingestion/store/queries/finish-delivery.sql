-- Marks a delivery as done, in the transaction that did it.
--
-- $1 id      bigint
-- $2 status  text    PROCESSED or DEDUPLICATED
-- $3 report  jsonb   IngestionReport
update delivery
   set status = $2::text, report = $3::jsonb, error = null, finished_at = clock_timestamp(), claimed_until = null
 where id = $1::bigint
