-- Takes violations back to what they were: without a life, waivers and gaps.
drop function violation_fits(violation, jsonb);
drop index asset_column_classified_idx;
drop table waiver;
drop table policy_gap;
drop table violation_event;
drop index violation_policy_idx;
drop index violation_assignee_idx;
alter table violation drop constraint violation_place_key;
alter table violation
  drop column requirement,
  drop column policies,
  drop column evidence,
  drop column status_at,
  drop column reopened,
  drop column assignee,
  drop column due_on,
  drop column waiver_id;
alter table violation add constraint violation_policy_code_asset_id_column_path_key
  unique (policy, code, asset_id, column_path);
