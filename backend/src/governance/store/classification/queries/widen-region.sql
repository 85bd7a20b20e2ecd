-- Adds to the region what hangs on the columns that were added last: whatever they may have given a classification to.
--
-- $1 round  int    columns of this round are looked at
-- →  written int    columns added, as of the next round
--
-- Only what carries something now can lose it (where nothing does, nothing is looked at); what is new is found when it
-- spreads. A measure hangs on what its rows are grouped by, too. Reads column_edge (lineage) by its primary key and
-- column_edge_assertion_idx.
with frontier as (
  select column_id from stage_region where round = $1::int and exists (select from derived_classification)
), grouped as (
  select distinct edge.assertion_id
    from frontier
    join column_edge edge on edge.upstream_id = frontier.column_id and edge.kind = 'INDIRECT' and edge.subtype = 'GROUP_BY'
), reached as (
  select edge.downstream_id as column_id
    from frontier
    join column_edge edge on edge.upstream_id = frontier.column_id and edge.kind = 'DIRECT'
  union
  select edge.downstream_id
    from grouped
    join column_edge edge on edge.assertion_id = grouped.assertion_id
     and edge_effect(edge.kind, edge.subtype, edge.masking, edge.masking_kind, edge.function) = 'MEASURE'
), added as (
  insert into stage_region (column_id, round)
  select column_id, $1::int + 1
    from reached
   where exists (select from derived_classification derived where derived.column_id = reached.column_id)
  on conflict do nothing
  returning 1
)
select count(*)::int as written from added
