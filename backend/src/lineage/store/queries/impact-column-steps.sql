-- Columns that are made with some columns, one row per pair and way.
--
-- $1 column_ids  bigint[]
-- →  from_id bigint, to_id bigint, asset_id bigint, kind text, subtype text    asset_id is that of the column to_id
--
-- Reads column_edge's primary key, asset_column (catalog).
select distinct edge.upstream_id as from_id, edge.downstream_id as to_id, fed.asset_id, edge.kind, edge.subtype
  from column_edge edge
  join asset_column fed on fed.id = edge.downstream_id
 where edge.upstream_id = any ($1::bigint[])
 order by edge.downstream_id, edge.upstream_id, edge.kind, edge.subtype
