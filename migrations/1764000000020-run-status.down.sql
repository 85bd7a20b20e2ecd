-- Takes the shown state of runs away.
drop function run_status(text, timestamptz, text, interval);
