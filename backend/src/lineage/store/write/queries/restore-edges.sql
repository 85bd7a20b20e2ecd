-- Puts back edges of an asset that was merged, as far as their sources still state them.
--
-- $1 edges      jsonb         as snapshot-lineage.sql gave them
-- $2 from_id    bigint        the asset it had become
-- $3 into_id    bigint        the asset that is back
-- $4 merged_at  timestamptz
-- →  asset_id bigint    neighbours whose edges changed
--
-- Reads assertion and asset (catalog).
with wanted as (
  select edge.*, (item ->> 'shared')::boolean as shared,
         case when edge.upstream_id = $3::bigint then $2::bigint else edge.upstream_id end as now_upstream,
         case when edge.downstream_id = $3::bigint then $2::bigint else edge.downstream_id end as now_downstream
    from jsonb_array_elements($1::jsonb) as items (item)
    cross join lateral jsonb_populate_record(null::lineage_edge, item) as edge
), alive as (
  select wanted.*
    from wanted
    join assertion on assertion.id = wanted.assertion_id
    join asset upstream on upstream.id = wanted.upstream_id
    join asset downstream on downstream.id = wanted.downstream_id
   where exists (select from lineage_edge edge
                  where edge.upstream_id = wanted.now_upstream and edge.downstream_id = wanted.now_downstream
                    and edge.assertion_id = wanted.assertion_id)
      or (wanted.now_upstream = wanted.now_downstream and assertion.recorded_at <= $4::timestamptz)
), gone as (
  delete from lineage_edge edge using alive
   where not alive.shared and edge.upstream_id = alive.now_upstream and edge.downstream_id = alive.now_downstream
     and edge.assertion_id = alive.assertion_id
), back as (
  insert into lineage_edge (upstream_id, downstream_id, assertion_id, source_id, job_id, kind, transformation, code_hash,
                            valid_from, last_seen, delivery_id)
  select upstream_id, downstream_id, assertion_id, source_id,
         (select asset.id from asset where asset.id = alive.job_id), kind, transformation, code_hash, valid_from,
         last_seen, delivery_id
    from alive
  on conflict do nothing
)
select upstream_id as asset_id from alive union select downstream_id from alive
