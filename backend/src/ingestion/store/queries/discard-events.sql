-- Takes a kind of dead or refused events off the list; the ledger still counts them.
--
-- $1 fingerprint  text
-- →  id bigint    of those that were discarded
update dead_event set status = 'DISCARDED', bytes = null
 where fingerprint = $1::text and status <> 'DISCARDED'
returning id
