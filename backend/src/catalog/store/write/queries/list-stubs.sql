-- Stubs made by this patch, for the report.
--
-- →  raw_name text, said_by text, asset_id bigint    in the order of the patch
select raw_name, said_by, asset_id from stage_ref where rule = 'stubbed' order by no
