-- Takes back the policies, their versions and evaluations.
drop table policy_run;
drop table policy_state;
drop table policy_version;
drop function refuse_policy_rewrite();
drop table policy;
