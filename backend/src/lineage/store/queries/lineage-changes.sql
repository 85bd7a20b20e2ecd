-- The moments at which edges or columns of some assets changed, latest first.
--
-- $1 ids     bigint[]      at most 1,000
-- $2 from    timestamptz   exclusive
-- $3 to      timestamptz   inclusive
-- $4 before  timestamptz   only moments before it; null for the latest
-- $5 first   int           moments wanted
-- $6 most    int           changes of one kind read of one side of one asset, the latest
-- →  at timestamptz, added int, removed int, schemas int, sources text[], delivery_ids uuid[], total int, is_capped boolean
--    a moment is a whole millisecond, rounded up: the lineage as of it shows the change. added and removed count pairs of
--    assets, schemas counts assets; total counts all moments; is_capped: a hub has more changes than were read
--
-- An edge between two of the assets is found from both of its ends and counted once.
-- Reads lineage_edge, lineage_edge_history by both ends, schema_version (catalog), delivery (ingestion).
with found as (
  select want.id as asset_id, happened.*
    from (select unnest($1::bigint[]) as id) as want
   cross join lateral (
     (select 'BEGAN' as operation, valid_from as at, upstream_id, downstream_id, source_id, delivery_id, 1 as place
        from lineage_edge where downstream_id = want.id and valid_from > $2::timestamptz and valid_from <= $3::timestamptz
       order by valid_from desc limit $6::int)
     union all
     (select 'BEGAN', valid_from, upstream_id, downstream_id, source_id, delivery_id, 2
        from lineage_edge where upstream_id = want.id and valid_from > $2::timestamptz and valid_from <= $3::timestamptz
       order by valid_from desc limit $6::int)
     union all
     (select 'BEGAN', valid_from, upstream_id, downstream_id, source_id, null, 3
        from lineage_edge_history where downstream_id = want.id and valid_from > $2::timestamptz and valid_from <= $3::timestamptz
       order by valid_from desc limit $6::int)
     union all
     (select 'BEGAN', valid_from, upstream_id, downstream_id, source_id, null, 4
        from lineage_edge_history where upstream_id = want.id and valid_from > $2::timestamptz and valid_from <= $3::timestamptz
       order by valid_from desc limit $6::int)
     union all
     (select 'ENDED', valid_to, upstream_id, downstream_id, source_id, closed_by, 5
        from lineage_edge_history where downstream_id = want.id and valid_to > $2::timestamptz and valid_to <= $3::timestamptz
       order by valid_to desc limit $6::int)
     union all
     (select 'ENDED', valid_to, upstream_id, downstream_id, source_id, closed_by, 6
        from lineage_edge_history where upstream_id = want.id and valid_to > $2::timestamptz and valid_to <= $3::timestamptz
       order by valid_to desc limit $6::int)
     union all
     (select 'SCHEMA', observed_at, asset_id, asset_id, null, delivery_id, 7
        from schema_version where asset_id = want.id and observed_at > $2::timestamptz and observed_at <= $3::timestamptz
       order by observed_at desc limit $6::int)
   ) as happened
), capped as (
  select exists (select from found group by asset_id, place having count(*) >= $6::int) as is_capped
), change as (
  select distinct date_trunc('milliseconds', at + interval '999 microseconds') as at,
         operation, upstream_id, downstream_id, source_id, delivery_id
    from found
), moment as (
  select at,
         (count(distinct (upstream_id, downstream_id)) filter (where operation = 'BEGAN'))::int as added,
         (count(distinct (upstream_id, downstream_id)) filter (where operation = 'ENDED'))::int as removed,
         (count(distinct upstream_id) filter (where operation = 'SCHEMA'))::int as schemas,
         array_remove(array_agg(distinct source_id), null) as source_ids,
         array_remove(array_agg(distinct delivery_id), null) as deliveries,
         (count(*) over ())::int as total
    from change
   group by at
)
select moment.at, added, removed, schemas, total, capped.is_capped,
       array(select label from source where source.id = any (source_ids) order by label) as sources,
       array(select public_id from delivery where delivery.id = any (deliveries) order by delivery.id) as delivery_ids
  from moment cross join capped
 where $4::timestamptz is null or moment.at < $4::timestamptz
 order by moment.at desc
 limit $5::int
