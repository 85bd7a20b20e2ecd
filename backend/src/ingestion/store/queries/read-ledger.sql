-- The ledger: documents and events by what became of them. RECEIVING documents are not acknowledged yet, and what was
-- refused at the door was never received.
--
-- →  received, processed, deduplicated, dead_lettered, pending: bigint    one row, counted in one snapshot
with documents as (
  select count(*)                                          as received,
         count(*) filter (where status = 'PROCESSED')      as processed,
         count(*) filter (where status = 'DEDUPLICATED')   as deduplicated,
         count(*) filter (where status = 'DEAD')           as dead_lettered,
         count(*) filter (where status = 'PENDING')        as pending
    from delivery
   where status <> 'RECEIVING'
), events as (
  select coalesce(sum(received), 0) as received, coalesce(sum(processed), 0) as processed,
         coalesce(sum(deduplicated), 0) as deduplicated
    from event_count
)
select documents.received + events.received as received,
       documents.processed + events.processed as processed,
       documents.deduplicated + events.deduplicated as deduplicated,
       documents.dead_lettered + (select count(*) from dead_event where dead_event.was_received) as dead_lettered,
       documents.pending + (select count(*) from event_pending) as pending
  from documents cross join events
