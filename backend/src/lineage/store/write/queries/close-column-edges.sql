-- Ends column edges that their statement no longer says, or whose statement ends or now speaks of another asset; they
-- go into the history.
--
-- $1 observed_at  timestamptz
-- $2 delivery_id  bigint       or null
-- $3 of_closed    boolean      true: of assertions that end; false: of statements that say something else now
-- →  written int    rows deleted and rows kept in the history
--
-- Reads column_edge_assertion_idx, and stage_statement, stage_closed, assertion and asset_column (catalog).
with replaced as (
  select assertion_id from stage_statement
   where not $3::boolean and outcome = 'CHANGED' and (says_column_edges or previous_asset_id <> asset_id)
  union
  select assertion_id from stage_closed where $3::boolean
), ended as (
  delete from column_edge edge
   using replaced
   where edge.assertion_id = replaced.assertion_id
     and not exists (select from stage_final_column_edge said
                      where said.upstream_id = edge.upstream_id and said.downstream_id = edge.downstream_id
                        and said.assertion_id = edge.assertion_id)
  returning edge.*
), kept as (
  insert into column_edge_history (upstream_id, downstream_id, source_id, kind, subtype, masking, valid_from, valid_to,
                                   closed_by, assertion_id)
  select ended.upstream_id, ended.downstream_id, assertion.source_id, ended.kind, ended.subtype, ended.masking,
         ended.valid_from, greatest(ended.valid_from, $1::timestamptz), $2::bigint, ended.assertion_id
    from ended join assertion on assertion.id = ended.assertion_id
), noted as (
  insert into stage_edge_change (upstream_id, downstream_id, operation, is_column)
  select distinct upstream.asset_id, downstream.asset_id, 'REMOVED', true
    from ended
    join asset_column upstream on upstream.id = ended.upstream_id
    join asset_column downstream on downstream.id = ended.downstream_id
)
select 2 * count(*)::int as written from ended
