-- Puts back column edges of an asset that was merged, as far as their sources still state them.
--
-- $1 edges      jsonb         as snapshot-lineage.sql gave them
-- $2 from_id    bigint        the asset it had become
-- $3 into_id    bigint        the asset that is back, columns and all
-- $4 merged_at  timestamptz
-- →  nothing
--
-- Reads assertion and asset_column (catalog).
with pair as (
  select distinct on (back.id) back.id as back_id, now.id as now_id
    from asset_column back
    left join asset_column now on now.asset_id = $2::bigint and lower(now.path) = lower(back.path)
   where back.asset_id = $3::bigint
   order by back.id, now.path <> back.path, now.id
), wanted as (
  select edge.*, (item ->> 'shared')::boolean as shared, assertion.recorded_at,
         coalesce(up.now_id, edge.upstream_id) as now_upstream, coalesce(down.now_id, edge.downstream_id) as now_downstream
    from jsonb_array_elements($1::jsonb) as items (item)
    cross join lateral jsonb_populate_record(null::column_edge, item) as edge
    join assertion on assertion.id = edge.assertion_id
    join asset_column upstream on upstream.id = edge.upstream_id
    join asset_column downstream on downstream.id = edge.downstream_id
    left join pair up on up.back_id = edge.upstream_id
    left join pair down on down.back_id = edge.downstream_id
), alive as (
  select wanted.*
    from wanted
   where exists (select from column_edge edge
                  where edge.upstream_id = wanted.now_upstream and edge.downstream_id = wanted.now_downstream
                    and edge.assertion_id = wanted.assertion_id)
      or (wanted.now_upstream = wanted.now_downstream and wanted.recorded_at <= $4::timestamptz)
), gone as (
  delete from column_edge edge using alive
   where not alive.shared and edge.upstream_id = alive.now_upstream and edge.downstream_id = alive.now_downstream
     and edge.assertion_id = alive.assertion_id
)
insert into column_edge (upstream_id, downstream_id, assertion_id, kind, subtype, masking, function, masking_kind, valid_from)
select upstream_id, downstream_id, assertion_id, kind, subtype, masking, function, masking_kind, valid_from from alive
on conflict do nothing
