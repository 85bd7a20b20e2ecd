-- All edges that touch one asset, between assets and between columns, as they stand: what the undo of a merge puts back.
--
-- $1 from_id  bigint    the asset that is about to become another
-- $2 into_id  bigint    the other
-- →  one row: edges, column_edges    jsonb; shared: the same edge would be there without this asset
--
-- Reads asset_column (catalog).
with edge_row as (
  select edge.*,
         case when edge.upstream_id = $1::bigint then $2::bigint else edge.upstream_id end as new_upstream,
         case when edge.downstream_id = $1::bigint then $2::bigint else edge.downstream_id end as new_downstream
    from lineage_edge edge
   where edge.upstream_id = $1::bigint or edge.downstream_id = $1::bigint or edge.job_id = $1::bigint
), pair as (
  select distinct on (old.id) old.id as old_id, new.id as new_id
    from asset_column old
    left join asset_column new on new.asset_id = $2::bigint and lower(new.path) = lower(old.path)
   where old.asset_id = $1::bigint
   order by old.id, new.path <> old.path, new.id
), column_edge_row as (
  select edge.*, coalesce(up.new_id, edge.upstream_id) as new_upstream, coalesce(down.new_id, edge.downstream_id) as new_downstream
    from column_edge edge
    left join pair up on up.old_id = edge.upstream_id
    left join pair down on down.old_id = edge.downstream_id
   where up.old_id is not null or down.old_id is not null
)
select (select coalesce(jsonb_agg(to_jsonb(edge_row) || jsonb_build_object('shared', exists (
                 select from lineage_edge other
                  where other.upstream_id = edge_row.new_upstream and other.downstream_id = edge_row.new_downstream
                    and other.assertion_id = edge_row.assertion_id
                    and (other.upstream_id, other.downstream_id) <> (edge_row.upstream_id, edge_row.downstream_id)))), '[]')
          from edge_row) as edges,
       (select coalesce(jsonb_agg(to_jsonb(edge) || jsonb_build_object('shared', exists (
                 select from column_edge other
                  where other.upstream_id = edge.new_upstream and other.downstream_id = edge.new_downstream
                    and other.assertion_id = edge.assertion_id
                    and (other.upstream_id, other.downstream_id) <> (edge.upstream_id, edge.downstream_id)))), '[]')
          from column_edge_row edge) as column_edges
