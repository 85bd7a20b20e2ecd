-- What has changed of the graph since a snapshot that a reader has seen, as it is now.
--
-- $1 snapshot  pg_snapshot   of the reader's last look
-- $2 most      int           assets whose edges are listed; with more of them none is
-- →  one row: snapshot text, to be given next time; seq bigint, of the last change, null without one;
--    asset_ids, changed assets, null when any may be; are_all_edges boolean, any edge may have changed; and if not:
--    downstream_ids, every asset that is fed by others than before, and the statements about the edges into them,
--    ends_up, ends_down, source_ids, are_direct, job_ids, transformations: one place in each list per statement.
--    Lists are json arrays, for they are read several times faster than rows.
--
-- A transaction that was running at the last look has changes with smaller numbers than some that were seen then: what
-- counts is whether the snapshot saw it. Reads graph_change_xact_idx, lineage_edge_upstream_idx.
with fresh as materialized (
  select seq, is_edge, ids
    from graph_change
   where xact >= pg_snapshot_xmin($1::pg_snapshot)
     and not pg_visible_in_snapshot(xact, $1::pg_snapshot)
), fed as materialized (
  select distinct id from fresh cross join lateral unnest(ids) as id where is_edge limit $2::int + 1
), is_whole as (
  select coalesce(bool_or(is_edge and ids is null), false) or (select count(*) from fed) > $2::int as everything from fresh
), said as (
  select edge.upstream_id, edge.downstream_id, edge.source_id, edge.kind = 'DIRECT' as is_direct, edge.job_id, edge.transformation
    from lineage_edge edge
   where not (select everything from is_whole) and edge.downstream_id = any (array(select id from fed))
)
select pg_current_snapshot()::text as snapshot,
       (select max(seq) from fresh) as seq,
       (select case when bool_or(ids is null) then null else coalesce(json_agg(id), '[]') end
          from fresh left join lateral unnest(ids) as id on true where not is_edge) as asset_ids,
       (select everything from is_whole) as are_all_edges,
       (select coalesce(json_agg(id), '[]') from fed) as downstream_ids,
       coalesce(json_agg(upstream_id), '[]') as ends_up, coalesce(json_agg(downstream_id), '[]') as ends_down,
       coalesce(json_agg(source_id), '[]') as source_ids, coalesce(json_agg(is_direct), '[]') as are_direct,
       coalesce(json_agg(job_id), '[]') as job_ids, coalesce(json_agg(transformation), '[]') as transformations
  from said
