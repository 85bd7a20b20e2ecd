-- The ledger: deliveries by what became of them. RECEIVING ones are not acknowledged yet.
--
-- →  received, processed, deduplicated, dead_lettered, pending: bigint    one row, counted in one snapshot
select count(*)                                          as received,
       count(*) filter (where status = 'PROCESSED')      as processed,
       count(*) filter (where status = 'DEDUPLICATED')   as deduplicated,
       count(*) filter (where status = 'DEAD')           as dead_lettered,
       count(*) filter (where status = 'PENDING')        as pending
  from delivery
 where status <> 'RECEIVING'
