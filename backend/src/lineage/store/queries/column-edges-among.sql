-- Edges among a set of columns, each way of each pair once, whatever the number of sources.
--
-- $1 ids  bigint[]
-- $2 at   timestamptz  null for today
-- $3 kind text         DIRECT, INDIRECT, or null for both
-- →  upstream_id, downstream_id bigint, kind, subtype text, masking boolean
--
-- Reads column_edge_upstream_idx and column_edge_history_up_idx.
select edge.upstream_id, edge.downstream_id, edge.kind, edge.subtype, edge.masking
  from (
    select upstream_id, downstream_id, kind, subtype, masking
      from column_edge
     where downstream_id = any ($1::bigint[]) and ($2::timestamptz is null or valid_from <= $2)
    union
    select upstream_id, downstream_id, kind, subtype, masking
      from column_edge_history
     where downstream_id = any ($1::bigint[]) and valid_to > $2::timestamptz and valid_from <= $2
  ) as edge
 where edge.upstream_id in (select unnest($1::bigint[])) and ($3::text is null or edge.kind = $3)
 order by edge.upstream_id, edge.downstream_id, edge.kind, edge.subtype, edge.masking
