-- What is being closed, for the report.
--
-- →  key text, asset_id bigint, reason text    in order of key
select key, asset_id, reason from stage_closed order by key
