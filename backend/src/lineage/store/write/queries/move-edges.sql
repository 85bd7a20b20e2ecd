-- Lets edges of one asset start and end in another; what would then feed itself is gone, what is there already stays once.
--
-- $1 from_id        bigint
-- $2 into_id        bigint
-- $3 assertion_ids  bigint[]    only edges that these state, and only where they end; null: all edges
-- →  asset_id bigint    neighbours whose edges changed
with moved as (
  delete from lineage_edge edge
   where case when $3::bigint[] is null
              then edge.upstream_id = $1::bigint or edge.downstream_id = $1::bigint
              else edge.downstream_id = $1::bigint and edge.assertion_id = any ($3::bigint[]) end
  returning edge.*
), placed as (
  insert into lineage_edge (upstream_id, downstream_id, assertion_id, source_id, job_id, kind, transformation, code_hash,
                            valid_from, last_seen, delivery_id)
  select case when upstream_id = $1::bigint and $3::bigint[] is null then $2::bigint else upstream_id end,
         case when downstream_id = $1::bigint then $2::bigint else downstream_id end,
         assertion_id, source_id, job_id, kind, transformation, code_hash, valid_from, last_seen, delivery_id
    from moved
   where case when upstream_id = $1::bigint and $3::bigint[] is null then $2::bigint else upstream_id end
      <> case when downstream_id = $1::bigint then $2::bigint else downstream_id end
  on conflict do nothing
)
select upstream_id as asset_id from moved union select downstream_id from moved
