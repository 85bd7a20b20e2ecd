-- Every current edge between assets as one line of JSON: one line for each source that states it.
--
-- $1 source     text   kind, name or kind:name of the source that states it; null for all
-- $2 namespace  text   canonical, of either end or of what the source speaks for; null for all
-- →  line text   in order of upstream and downstream asset
--
-- A dbt project's ephemeral models live in no database; the edges among them belong to the namespace it builds in.
-- Keys are gathered once for all assets, then hashed: cheaper than one look-up for each end of each edge.
-- Reads asset, assertion, source (catalog) and lineage_edge (lineage).
with edge as (
  select lineage_edge.upstream_id, lineage_edge.downstream_id, lineage_edge.kind, source.kind || ':' || source.name as source,
         bool_or(split_part(source.scope, '#', 1) = $2) as is_about
    from lineage_edge
    join source on source.id = lineage_edge.source_id
   where $1::text is null or $1 in (source.kind, source.name, source.kind || ':' || source.name)
   group by 1, 2, 3, 4
), place as materialized (
  select asset.id, namespace.name as namespace, asset.name,
         coalesce((select json_agg(distinct assertion.key order by assertion.key) from assertion where assertion.asset_id = asset.id and assertion.subject_key is null), '[]') as keys
    from asset
    join namespace on namespace.id = asset.namespace_id
)
select json_build_object(
         'upstream', json_build_object('namespace', upstream.namespace, 'name', upstream.name, 'sourceKeys', upstream.keys),
         'downstream', json_build_object('namespace', downstream.namespace, 'name', downstream.name, 'sourceKeys', downstream.keys),
         'kind', edge.kind, 'source', edge.source)::text as line
  from edge
  join place upstream on upstream.id = edge.upstream_id
  join place downstream on downstream.id = edge.downstream_id
 where $2::text is null or edge.is_about or $2 in (upstream.namespace, downstream.namespace)
 order by edge.upstream_id, edge.downstream_id, edge.source, edge.kind
