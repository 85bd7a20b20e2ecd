drop table audit_entry, login_attempt, api_token, session, person;
drop function refuse_change();
