-- Names the columns that column edges need, for the catalog to find or make.
--
-- →  nothing
--
-- Writes stage_column_end (catalog).
insert into stage_column_end (asset_id, path)
select upstream_id, upstream_column from stage_resolved_column_edge
union
select downstream_id, downstream_column from stage_resolved_column_edge
