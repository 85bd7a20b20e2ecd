-- Takes back 1764000000007-governance.up.sql.
drop table violation;
