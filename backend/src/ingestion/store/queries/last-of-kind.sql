-- The delivery of the same connector and parameters that was understood last.
--
-- $1 id  bigint    the one that asks; only earlier ones count
-- →  content_hash text, report jsonb    at most one row
select earlier.content_hash, earlier.report
  from delivery asking
  join delivery earlier
    on earlier.connector = asking.connector
   and earlier.parameters = asking.parameters
   and earlier.id < asking.id
   and earlier.status in ('PROCESSED', 'DEDUPLICATED')
 where asking.id = $1::bigint
 order by earlier.id desc
 limit 1
