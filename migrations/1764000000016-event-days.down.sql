-- Takes back 1764000000016-event-days.up.sql; partitions that were made stay.
drop table control_edge;
drop function add_event_days(int);
drop function drop_event_days(int);
