-- Counts the direct neighbours of assets anew, and ranks their search documents by them.
--
-- $1 asset_ids  bigint[]
-- →  written int
--
-- Reads lineage_edge (lineage): its primary key for downstream, lineage_edge_upstream_idx for upstream, index-only.
with counted as (
  select ids.id,
         (select count(distinct edge.upstream_id) from lineage_edge edge where edge.downstream_id = ids.id)::int as upstream,
         (select count(distinct edge.downstream_id) from lineage_edge edge where edge.upstream_id = ids.id)::int as downstream
    from unnest($1::bigint[]) as ids (id)
), shown as (
  update asset set upstream_count = counted.upstream, downstream_count = counted.downstream
    from counted
   where asset.id = counted.id
     and (asset.upstream_count, asset.downstream_count) is distinct from (counted.upstream, counted.downstream)
  returning 1
), ranked as (
  update search_document set popularity = ln(1 + counted.downstream)
    from counted
   where search_document.asset_id = counted.id and search_document.popularity <> ln(1 + counted.downstream)::real
  returning 1
)
select (select count(*) from shown)::int + (select count(*) from ranked)::int as written
