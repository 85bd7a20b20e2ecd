-- Starts edges that were not there, and refreshes those that are said in other words; the rest is left alone.
--
-- $1 observed_at  timestamptz
-- $2 delivery_id  bigint       or null
-- →  written int
--
-- xmax is 0 for rows that were not there. Reads assertion (catalog) for the source.
with opened as (
  insert into lineage_edge as edge (upstream_id, downstream_id, assertion_id, source_id, job_id, kind, transformation,
                                    code_hash, valid_from, last_seen, delivery_id)
  select said.upstream_id, said.downstream_id, said.assertion_id, assertion.source_id, said.job_id, said.kind,
         said.transformation, said.code_hash, $1::timestamptz, $1::timestamptz, $2::bigint
    from stage_resolved_edge said
    join assertion on assertion.id = said.assertion_id
   order by said.upstream_id, said.downstream_id, said.assertion_id
  on conflict (upstream_id, downstream_id, assertion_id) do update
     set job_id = excluded.job_id, kind = excluded.kind, transformation = excluded.transformation,
         code_hash = excluded.code_hash, last_seen = excluded.last_seen, delivery_id = excluded.delivery_id
   where (edge.job_id, edge.kind, edge.transformation, edge.code_hash)
         is distinct from (excluded.job_id, excluded.kind, excluded.transformation, excluded.code_hash)
  returning upstream_id, downstream_id, xmax = 0 as is_new
), noted as (
  insert into stage_edge_change (upstream_id, downstream_id, operation, is_column)
  select distinct upstream_id, downstream_id, 'ADDED', false from opened where is_new
)
select count(*)::int as written from opened
