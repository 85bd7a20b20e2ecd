-- Takes back: nobody is told when a token or a person may do less.
drop trigger person_news on person;
drop trigger api_token_news on api_token;
drop function tell_access();
