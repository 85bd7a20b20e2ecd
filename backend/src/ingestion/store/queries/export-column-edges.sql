-- Every current edge between columns as one line of JSON: one line for each source and way.
--
-- $1 source     text   kind, name or kind:name of the source that states it; null for all
-- $2 namespace  text   canonical, of either end or of what the source speaks for; null for all
-- →  line text   in order of upstream and downstream column
--
-- The same shape as export-edges.sql, which says why.
-- Reads asset, asset_column, assertion, source (catalog) and column_edge (lineage).
with edge as (
  select column_edge.upstream_id, column_edge.downstream_id, column_edge.kind, column_edge.subtype, column_edge.masking,
         source.kind || ':' || source.name as source, bool_or(split_part(source.scope, '#', 1) = $2) as is_about
    from column_edge
    join assertion on assertion.id = column_edge.assertion_id
    join source on source.id = assertion.source_id
   where $1::text is null or $1 in (source.kind, source.name, source.kind || ':' || source.name)
   group by 1, 2, 3, 4, 5, 6
), place as materialized (
  select asset.id, namespace.name as namespace, asset.name,
         coalesce((select json_agg(distinct assertion.key order by assertion.key) from assertion where assertion.asset_id = asset.id and assertion.subject_key is null), '[]') as keys
    from asset
    join namespace on namespace.id = asset.namespace_id
)
select json_build_object(
         'upstream', json_build_object(
           'namespace', upstream.namespace, 'name', upstream.name, 'sourceKeys', upstream.keys, 'column', from_column.path),
         'downstream', json_build_object(
           'namespace', downstream.namespace, 'name', downstream.name, 'sourceKeys', downstream.keys, 'column', to_column.path),
         'kind', edge.kind, 'subtype', edge.subtype, 'masking', edge.masking, 'source', edge.source)::text as line
  from edge
  join asset_column from_column on from_column.id = edge.upstream_id
  join asset_column to_column on to_column.id = edge.downstream_id
  join place upstream on upstream.id = from_column.asset_id
  join place downstream on downstream.id = to_column.asset_id
 where $2::text is null or edge.is_about or $2 in (upstream.namespace, downstream.namespace)
 order by edge.upstream_id, edge.downstream_id, edge.source, edge.kind, edge.subtype, edge.masking
