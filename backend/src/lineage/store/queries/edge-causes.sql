-- Which deliveries began or ended edges among some assets between two moments.
--
-- $1 ids   bigint[]      at most 10,000
-- $2 from  timestamptz   exclusive
-- $3 to    timestamptz   inclusive
-- →  upstream_id bigint, downstream_id bigint, operation text, at timestamptz, source text, delivery_id uuid, job_id bigint
--    one row per pair and operation (BEGAN, ENDED), the latest; delivery_id is null for what nothing delivered
--
-- Reads lineage_edge_upstream_idx, lineage_edge_history_up_idx, source (catalog), delivery (ingestion).
select distinct on (happened.upstream_id, happened.downstream_id, happened.operation)
       happened.upstream_id, happened.downstream_id, happened.operation, happened.at, source.label as source,
       delivery.public_id as delivery_id, happened.job_id
  from (
    select upstream_id, downstream_id, 'BEGAN' as operation, valid_from as at, source_id, delivery_id, job_id
      from lineage_edge
     where downstream_id = any ($1::bigint[]) and valid_from > $2::timestamptz and valid_from <= $3::timestamptz
    union all
    select upstream_id, downstream_id, 'ENDED', valid_to, source_id, closed_by, job_id
      from lineage_edge_history
     where downstream_id = any ($1::bigint[]) and valid_to > $2::timestamptz and valid_to <= $3::timestamptz
  ) as happened
  join source on source.id = happened.source_id
  left join delivery on delivery.id = happened.delivery_id
 where happened.upstream_id in (select unnest($1::bigint[]))
 order by happened.upstream_id, happened.downstream_id, happened.operation, happened.at desc
