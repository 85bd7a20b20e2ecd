-- Starts column edges that were not there, and refreshes those that are of another kind now; the rest is left alone.
--
-- $1 observed_at  timestamptz
-- →  written int
--
-- Reads asset_column (catalog).
with opened as (
  insert into column_edge as edge (upstream_id, downstream_id, assertion_id, kind, subtype, masking, function, masking_kind,
                                   valid_from)
  select upstream_id, downstream_id, assertion_id, kind, subtype, masking, function, masking_kind, $1::timestamptz
    from stage_final_column_edge
   order by upstream_id, downstream_id, assertion_id
  on conflict (upstream_id, downstream_id, assertion_id) do update
     set kind = excluded.kind, subtype = excluded.subtype, masking = excluded.masking, function = excluded.function,
         masking_kind = excluded.masking_kind
   where (edge.kind, edge.subtype, edge.masking, edge.function, edge.masking_kind)
         is distinct from (excluded.kind, excluded.subtype, excluded.masking, excluded.function, excluded.masking_kind)
  returning upstream_id, downstream_id
), noted as (
  insert into stage_edge_change (upstream_id, downstream_id, operation, is_column)
  select distinct upstream.asset_id, downstream.asset_id, 'ADDED', true
    from opened
    join asset_column upstream on upstream.id = opened.upstream_id
    join asset_column downstream on downstream.id = opened.downstream_id
)
select count(*)::int as written from opened
