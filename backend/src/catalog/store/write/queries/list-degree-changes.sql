-- Assets whose number of neighbours this patch may have changed.
--
-- →  asset_id text    in order of id
select distinct_id::text as asset_id
  from (select upstream_id as distinct_id from stage_edge_change where not is_column
        union
        select downstream_id from stage_edge_change where not is_column) as ends
 order by distinct_id
