-- How many assets fed each asset directly at a moment in the past, and how many it fed.
--
-- $1 ids  bigint[]
-- $2 at   timestamptz
-- →  id bigint, upstream_count int, downstream_count int   one row per asset asked for
--
-- Today's numbers are kept on the asset itself; the past is counted.
select place.id,
       (select count(*)::int from (
          select upstream_id from lineage_edge where downstream_id = place.id and valid_from <= $2::timestamptz
           union
          select upstream_id from lineage_edge_history
           where downstream_id = place.id and valid_to > $2::timestamptz and valid_from <= $2::timestamptz) as up
       ) as upstream_count,
       (select count(*)::int from (
          select downstream_id from lineage_edge where upstream_id = place.id and valid_from <= $2::timestamptz
           union
          select downstream_id from lineage_edge_history
           where upstream_id = place.id and valid_to > $2::timestamptz and valid_from <= $2::timestamptz) as down
       ) as downstream_count
  from unnest($1::bigint[]) as place (id)
