-- Lets edges wait whose ends are named by keys that nobody has said yet.
--
-- →  written int
--
-- Reads stage_statement and stage_ref (catalog).
with said as (
  select statement_no, upstream_ref, null as upstream_column, downstream_ref, null as downstream_column, job_ref, kind,
         null as subtype, null::boolean as masking, null as function, null as masking_kind, transformation, code_hash
    from stage_edge
  union all
  select statement_no, upstream_ref, upstream_column, downstream_ref, downstream_column, null, kind, subtype, masking,
         function, masking_kind, null, null
    from stage_column_edge
), added as (
  insert into pending_lineage (assertion_id, upstream_id, upstream_key, upstream_column, downstream_id, downstream_key,
                               downstream_column, job_id, kind, subtype, masking, function, masking_kind, transformation,
                               code_hash)
  select statement.assertion_id, upstream.asset_id, upstream.key, said.upstream_column, downstream.asset_id,
         downstream.key, said.downstream_column, job.asset_id, said.kind, said.subtype, said.masking, said.function, said.masking_kind,
         said.transformation, said.code_hash
    from said
    join stage_statement statement on statement.no = said.statement_no and statement.outcome in ('NEW', 'CHANGED')
    join stage_ref upstream on upstream.no = said.upstream_ref
    join stage_ref downstream on downstream.no = said.downstream_ref
    left join stage_ref job on job.no = said.job_ref
   where (upstream.asset_id is null or downstream.asset_id is null)
     and (upstream.asset_id is not null or upstream.kind = 'KEY')
     and (downstream.asset_id is not null or downstream.kind = 'KEY')
  returning 1
)
select count(*)::int as written from added
