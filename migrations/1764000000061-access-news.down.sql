drop trigger person_news on person;
drop trigger api_token_news on api_token;
drop function tell_access();
