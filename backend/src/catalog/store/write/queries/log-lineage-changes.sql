-- Appends to the change log which assets are fed by others than before, and marks them as updated.
--
-- $1 delivery_id  bigint  or null
-- $2 actor        text
-- →  written int
--
-- An edge that another statement still says has not gone. Assets made just now have their CREATED entry. At most 50
-- neighbours are named. Reads lineage_edge (lineage).
with net as (
  select change.upstream_id, change.downstream_id, bool_or(change.is_column) as is_column,
         exists (select from lineage_edge edge
                  where edge.upstream_id = change.upstream_id and edge.downstream_id = change.downstream_id) as is_there,
         bool_or(not change.is_column and change.operation = 'ADDED') as is_added,
         bool_or(not change.is_column and change.operation = 'REMOVED') as is_removed
    from stage_edge_change change
   group by change.upstream_id, change.downstream_id
), named as (
  select net.downstream_id,
         jsonb_build_object('id', upstream.public_id, 'name', upstream.display_name) as upstream,
         net.is_added and net.is_there and not net.is_removed as is_added,
         net.is_removed and not net.is_there as is_removed,
         net.is_column,
         row_number() over (partition by net.downstream_id order by net.upstream_id) as place
    from net
    join asset upstream on upstream.id = net.upstream_id
   where net.is_column or (net.is_added and not net.is_removed) or (net.is_removed and not net.is_there)
), changed as (
  select downstream_id,
         jsonb_strip_nulls(jsonb_build_object(
           'added', jsonb_agg(upstream) filter (where is_added and place <= 50),
           'removed', jsonb_agg(upstream) filter (where is_removed and place <= 50),
           'columns', case when bool_or(is_column) then true end)) as detail
    from named group by downstream_id
), logged as (
  insert into change_log (asset_id, operation, detail, delivery_id, actor)
  select downstream_id, 'LINEAGE', detail, $1::bigint, $2::text
    from changed join asset on asset.id = downstream_id
   where asset.created_at < now()
   order by downstream_id
  returning asset_id
), marked as (
  update asset set updated_at = now() from logged
   where asset.id = logged.asset_id and asset.updated_at < now()
  returning 1
)
select (select count(*) from logged)::int + (select count(*) from marked)::int as written
