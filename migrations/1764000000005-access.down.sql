-- Takes back 1764000000005-access.up.sql.
drop table audit_entry, login_attempt, api_token, session, person;
drop function refuse_change();
