-- What happened lately to each of many assets. Reads delivery (ingestion).
--
-- $1 asset_ids  bigint[]
-- $2 first      int       changes of each asset, 1..100
-- $3 before     bigint    only changes below it; null for the latest
-- →  one row per change, latest first within its asset
--
-- A lateral limit per asset walks change_log_asset_idx in its own order.
select want.asset_id, change.seq, change.at, change.operation, change.detail, change.actor,
       delivery.public_id as delivery_id
  from unnest($1::bigint[]) as want (asset_id)
 cross join lateral (
         select *
           from change_log
          where change_log.asset_id = want.asset_id
            and ($3::bigint is null or change_log.seq < $3::bigint)
          order by change_log.seq desc
          limit $2::int
       ) as change
  left join delivery on delivery.id = change.delivery_id
 order by want.asset_id, change.seq desc
