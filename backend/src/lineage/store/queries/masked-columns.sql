-- Which columns arrive masked on the way from one asset to another.
--
-- $1 upstream_ids    bigint[]      of assets; the same place in both lists is one pair, at most 300
-- $2 downstream_ids  bigint[]
-- $3 at              timestamptz   null for today
-- →  upstream_id, downstream_id bigint, columns text[]   of the downstream asset, by name; no row for a pair without any
--
-- Reads asset_column (catalog), column_edge_upstream_idx and column_edge_history_up_idx.
select pair.upstream_id, pair.downstream_id, array_agg(distinct came.path order by came.path) as columns
  from unnest($1::bigint[], $2::bigint[]) as pair (upstream_id, downstream_id)
  join asset_column came on came.asset_id = pair.downstream_id
 cross join lateral (
   select upstream_id from column_edge
    where downstream_id = came.id and masking and ($3::timestamptz is null or valid_from <= $3)
   union
   select upstream_id from column_edge_history
    where downstream_id = came.id and masking and valid_to > $3::timestamptz and valid_from <= $3
 ) as masked
  join asset_column gone on gone.id = masked.upstream_id and gone.asset_id = pair.upstream_id
 group by pair.upstream_id, pair.downstream_id
