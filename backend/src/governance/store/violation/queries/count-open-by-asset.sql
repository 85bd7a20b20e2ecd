-- How many violations of assets are neither resolved nor waived.
--
-- $1 asset_ids  bigint[]
-- →  asset_id bigint, total int, severity int (1 info, 2 warning, 3 error: the worst)    assets without any are left out
--
-- Reads violation_asset_idx.
select asset_id, count(*)::int as total,
       max(case severity when 'error' then 3 when 'warning' then 2 else 1 end) as severity
  from violation
 where asset_id = any ($1::bigint[]) and status in ('OPEN', 'ACKNOWLEDGED')
 group by asset_id
