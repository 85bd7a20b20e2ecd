-- Assets whose facts, status or standing this patch may have changed.
--
-- →  asset_id text, is_newly_referenced boolean    in order of id
--
-- The ends of edges matter only where the status hangs on them: stubs and retired assets.
with edge_end as (
  select upstream_id as asset_id, operation from stage_edge_change where not is_column
  union
  select downstream_id, operation from stage_edge_change where not is_column
), touched as (
  select asset_id, false as is_new from stage_statement where outcome in ('NEW', 'CHANGED')
  union all
  select previous_asset_id, false from stage_statement where outcome = 'CHANGED' and previous_asset_id <> asset_id
  union all
  select asset_id, false from stage_closed
  union all
  select asset_id, true from stage_ref where rule = 'stubbed'
  union all
  select edge_end.asset_id, edge_end.operation = 'ADDED'
    from edge_end
    join asset on asset.id = edge_end.asset_id and asset.status <> 'ACTIVE'
)
select asset_id::text as asset_id, bool_or(is_new) as is_newly_referenced
  from touched group by touched.asset_id order by touched.asset_id
