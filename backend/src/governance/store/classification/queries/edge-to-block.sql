-- The columns of an edge along which values flow.
--
-- $1 upstream_asset    bigint
-- $2 upstream_path     text
-- $3 downstream_asset  bigint
-- $4 downstream_path   text
-- →  upstream_id, downstream_id bigint    no row when no source states such an edge
--
-- Spellings fit in other case, exact ones first. Reads asset_column (catalog) and column_edge (lineage).
select upstream.id as upstream_id, downstream.id as downstream_id
  from asset_column upstream
  join column_edge edge on edge.upstream_id = upstream.id and edge.kind = 'DIRECT'
  join asset_column downstream on downstream.id = edge.downstream_id
 where upstream.asset_id = $1::bigint and lower(upstream.path) = lower($2::text)
   and downstream.asset_id = $3::bigint and lower(downstream.path) = lower($4::text)
 order by upstream.path <> $2::text, downstream.path <> $4::text
 limit 1
