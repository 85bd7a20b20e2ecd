-- Takes up the waiting edges whose missing keys this patch says for the first time.
--
-- →  written int
--
-- An edge with two missing ends waits on for the other, now by asset. Reads assertion and stage_statement (catalog).
with fresh as (
  select key, asset_id from stage_statement where outcome = 'NEW'
), taken as (
  delete from pending_lineage
   where (upstream_id is null and upstream_key in (select key from fresh))
      or (downstream_id is null and downstream_key in (select key from fresh))
  returning *
), placed as (
  select taken.assertion_id, taken.upstream_column, taken.downstream_column, taken.job_id, taken.kind, taken.subtype,
         taken.masking, taken.function, taken.masking_kind, taken.transformation, taken.code_hash, taken.upstream_key, taken.downstream_key,
         coalesce(taken.upstream_id, upstream.asset_id) as upstream_id,
         coalesce(taken.downstream_id, downstream.asset_id) as downstream_id
    from taken
    left join fresh upstream on upstream.key = taken.upstream_key
    left join fresh downstream on downstream.key = taken.downstream_key
), waiting as (
  insert into pending_lineage (assertion_id, upstream_id, upstream_key, upstream_column, downstream_id, downstream_key,
                               downstream_column, job_id, kind, subtype, masking, function, masking_kind, transformation,
                               code_hash)
  select assertion_id, upstream_id, upstream_key, upstream_column, downstream_id, downstream_key, downstream_column,
         job_id, kind, subtype, masking, function, masking_kind, transformation, code_hash
    from placed where upstream_id is null or downstream_id is null
), edges as (
  insert into stage_resolved_edge (assertion_id, upstream_id, downstream_id, job_id, kind, transformation, code_hash)
  select assertion_id, upstream_id, downstream_id, job_id, kind, transformation, code_hash
    from placed where upstream_column is null and upstream_id <> downstream_id
  on conflict do nothing
), column_edges as (
  insert into stage_resolved_column_edge (assertion_id, upstream_id, upstream_column, downstream_id, downstream_column,
                                          kind, subtype, masking, function, masking_kind)
  select assertion_id, upstream_id, upstream_column, downstream_id, downstream_column, kind, subtype, masking, function,
         masking_kind
    from placed where upstream_column is not null and upstream_id is not null and downstream_id is not null
)
select count(*)::int as written from taken
