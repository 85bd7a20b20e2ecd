-- Forgets events, those that wait included.
drop table event_count, dead_event, event_pending, event_inbox;
drop sequence event_id_seq;
