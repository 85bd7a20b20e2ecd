-- Forgets who asked for access and who has it.
drop table access_request;
