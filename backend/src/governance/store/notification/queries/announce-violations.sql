-- Puts violations that came, came back or went into the outboxes: one notice for each policy and each of these three, with
-- how many there are and the first fifty.
--
-- $1 changes  jsonb    [{ id, change: OPENED, REOPENED, UNWAIVED or RESOLVED }]
-- $2 named    jsonb    { policy: [names of webhooks] }: those it tells, whatever they ask for
-- →  nothing
--
-- Reads asset (catalog).
with change as (
  select id, case change when 'OPENED' then 'violation.opened' when 'RESOLVED' then 'violation.resolved'
                         else 'violation.reopened' end as event
    from jsonb_to_recordset($1::jsonb) as change (id bigint, change text)
), listed as (
  select change.event, violation.policy, violation.id,
         row_number() over (partition by change.event, violation.policy order by violation.id) as place,
         jsonb_build_object('id', violation.public_id, 'requirement', violation.requirement, 'code', violation.code,
                            'severity', violation.severity, 'message', left(violation.message, 500),
                            'column', nullif(violation.column_path, ''),
                            'asset', jsonb_build_object('id', asset.public_id, 'namespace', namespace.name,
                                                        'name', asset.name)) as said
    from change
    join violation on violation.id = change.id
    join asset on asset.id = violation.asset_id
    join namespace on namespace.id = asset.namespace_id
), notice as (
  select event, policy, event || ':' || policy || ':' || pg_current_xact_id() || ':' || min(id) as key,
         jsonb_build_object('policy', policy, 'count', count(*),
                            'violations', jsonb_agg(said order by id) filter (where place <= 50)) as data
    from listed
   group by event, policy
)
insert into webhook_delivery (webhook_id, event, key, body)
select webhook.id, notice.event, notice.key,
       jsonb_build_object('event', notice.event, 'key', notice.key, 'at', now(), 'data', notice.data)
  from notice
  join webhook on webhook.is_enabled
   and (notice.event = any (webhook.events) or $2::jsonb -> notice.policy ? webhook.name)
on conflict (webhook_id, key) do nothing
