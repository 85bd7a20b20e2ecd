-- Takes the progress of effects and the announcement of changes away.
drop trigger change_log_announce on change_log;
drop function announce_change();
drop table effect_progress;
