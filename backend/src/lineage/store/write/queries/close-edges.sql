-- Ends edges that their statement no longer says, or whose statement ends or now speaks of another asset; they go into
-- the history.
--
-- $1 observed_at  timestamptz
-- $2 delivery_id  bigint       or null
-- →  written int    rows deleted and rows kept in the history
--
-- Reads lineage_edge_assertion_idx, and stage_statement and stage_closed (catalog).
with replaced as (
  select assertion_id from stage_statement
   where outcome = 'CHANGED' and (says_edges or previous_asset_id <> asset_id)
  union
  select assertion_id from stage_closed
), ended as (
  delete from lineage_edge edge
   using replaced
   where edge.assertion_id = replaced.assertion_id
     and not exists (select from stage_resolved_edge said
                      where said.upstream_id = edge.upstream_id and said.downstream_id = edge.downstream_id
                        and said.assertion_id = edge.assertion_id)
  returning edge.*
), kept as (
  insert into lineage_edge_history (upstream_id, downstream_id, source_id, job_id, kind, valid_from, valid_to, closed_by,
                                    assertion_id)
  select upstream_id, downstream_id, source_id, job_id, kind, valid_from, greatest(valid_from, $1::timestamptz), $2::bigint,
         assertion_id
    from ended
), noted as (
  insert into stage_edge_change (upstream_id, downstream_id, operation, is_column)
  select distinct upstream_id, downstream_id, 'REMOVED', false from ended
)
select 2 * count(*)::int as written from ended
