-- Makes the violations of assets what an evaluation found; writes only what differs.
--
-- $1 asset_ids  bigint[]  the assets that were evaluated
-- $2 found      jsonb     [{ policy, policies, requirement, code, asset_id, column_path, status (OPEN or WAIVED), severity,
--                            message, path, evidence, waiver_id, place }]
-- →  id, public_id, change text    OPENED, REOPENED, WAIVED, UNWAIVED, RESOLVED or CHANGED
--
-- A violation that comes back is the same row. Within an asset the first requirement is written last, so that a list of
-- the latest shows it first.
with found as (
  select * from jsonb_to_recordset($2::jsonb) as found (
    policy text, policies text[], requirement text, code text, asset_id bigint, column_path text, status text,
    severity text, message text, path jsonb, evidence jsonb, waiver_id uuid, place int)
), before as materialized (
  select id, policy, requirement, asset_id, column_path, status from violation where asset_id = any ($1::bigint[])
), written as (
  insert into violation as known (policy, policies, requirement, code, asset_id, column_path, status, severity, message,
                                  path, evidence, waiver_id)
  select policy, policies, requirement, code, asset_id, column_path, status, severity, message, path, evidence, waiver_id
    from found
   order by asset_id, place desc
  on conflict (policy, requirement, asset_id, column_path) do update
     set policies = excluded.policies, code = excluded.code, severity = excluded.severity, message = excluded.message,
         path = excluded.path, evidence = excluded.evidence, waiver_id = excluded.waiver_id, last_seen = now(),
         status = case when excluded.status = 'WAIVED' then 'WAIVED'
                       when known.status in ('RESOLVED', 'WAIVED') then 'OPEN' else known.status end,
         status_at = case when (excluded.status = 'WAIVED') = (known.status = 'WAIVED') and known.status <> 'RESOLVED'
                          then known.status_at else now() end,
         reopened = known.reopened + case when known.status = 'RESOLVED' then 1 else 0 end
   where (known.policies, known.code, known.severity, known.message, known.path, known.evidence, known.waiver_id)
         is distinct from (excluded.policies, excluded.code, excluded.severity, excluded.message, excluded.path,
                           excluded.evidence, excluded.waiver_id)
      or known.status = 'RESOLVED'
      or (known.status = 'WAIVED') <> (excluded.status = 'WAIVED')
  returning id, public_id, status
), resolved as (
  update violation
     set status = 'RESOLVED', status_at = now(), waiver_id = null
    from before
   where violation.id = before.id and before.status <> 'RESOLVED'
     and not exists (
           select from found
            where (found.policy, found.requirement, found.asset_id, found.column_path)
                  = (before.policy, before.requirement, before.asset_id, before.column_path))
  returning violation.id, violation.public_id
), changed as (
  select written.id, written.public_id,
         case when before.id is null then 'OPENED'
              when before.status = 'RESOLVED' then 'REOPENED'
              when written.status = 'WAIVED' and before.status <> 'WAIVED' then 'WAIVED'
              when before.status = 'WAIVED' and written.status <> 'WAIVED' then 'UNWAIVED'
              else 'CHANGED' end as change
    from written left join before on before.id = written.id
  union all
  select id, public_id, 'RESOLVED' from resolved
), noted as (
  insert into violation_event (violation_id, actor, kind)
  select id, 'system', change from changed where change not in ('OPENED', 'CHANGED')
)
select id, public_id, change from changed
