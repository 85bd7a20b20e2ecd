-- Retention of what lies outside the daily partitions: events of the default one, bytes of what was refused or died.
--
-- $1 days  int    understood events
-- →  nothing
with refused as (
  update dead_event set bytes = null
   where bytes is not null
     and failed_at < now() - case status when 'REFUSED' then interval '7 days' else interval '90 days' end
)
delete from event_inbox_default inbox
 where received_at < now() - make_interval(days => $1::int)
   and not exists (select from event_pending where event_pending.id = inbox.id)
