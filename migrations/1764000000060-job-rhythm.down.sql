-- Takes the rhythm of jobs away.
drop function job_rhythm(bigint, text);
