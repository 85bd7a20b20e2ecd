-- Finds the columns that column edges name: by their path to the letter, else without case where that fits one column.
--
-- →  nothing
update stage_column_end
   set column_id = found.id
  from (select wanted.asset_id, wanted.path,
               coalesce(min(asset_column.id) filter (where asset_column.path = wanted.path),
                        case when count(*) = 1 then min(asset_column.id) end) as id
          from stage_column_end wanted
          join asset_column on asset_column.asset_id = wanted.asset_id and lower(asset_column.path) = lower(wanted.path)
         where wanted.column_id is null
         group by wanted.asset_id, wanted.path) as found
 where stage_column_end.asset_id = found.asset_id and stage_column_end.path = found.path
