-- Takes back 1764000000081-waiting-result.up.sql; results that still wait are lost.
drop table waiting_result;
