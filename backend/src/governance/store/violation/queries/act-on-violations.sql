-- Does one thing to many violations and notes it on each that it changed.
--
-- $1 filter     jsonb   which ones, as in list-violations.sql
-- $2 action     text    ACKNOWLEDGE, REOPEN, ASSIGN, DUE, COMMENT
-- $3 assignee   uuid    for ASSIGN: a person, or null for nobody
-- $4 due_on     date    for DUE: a day, or null for none
-- $5 actor      text    as in the audit log
-- $6 detail     jsonb   kept with the event
-- $7 own        uuid    only what is assigned to this person; null for all
-- $8 dry        boolean only count
-- →  matched, changed, refused int    refused: not assigned to $7
with matching as (
  select violation.* from violation where violation_fits(violation, $1::jsonb)
   and ($1::jsonb -> 'assetFacts' is null
        or exists (select from asset join namespace on namespace.id = asset.namespace_id
                    where asset.id = violation.asset_id
                      and ($1::jsonb -> 'namespaces' is null or $1::jsonb -> 'namespaces' ? namespace.name)
                      and ($1::jsonb -> 'owners' is null or $1::jsonb -> 'owners' ? coalesce(asset.owner, ''))
                      and ($1::jsonb -> 'layers' is null or $1::jsonb -> 'layers' ? coalesce(asset.layer, ''))))
), allowed as (
  select id, $2::text as action, status, assignee, due_on from matching where $7::uuid is null or assignee = $7::uuid
), target as (
  select id from allowed
   where case action when 'ACKNOWLEDGE' then status = 'OPEN'
                     when 'REOPEN' then status = 'ACKNOWLEDGED'
                     when 'ASSIGN' then assignee is distinct from $3::uuid
                     when 'DUE' then due_on is distinct from $4::date
                     else true end
), changed as (
  update violation
     set status = case $2::text when 'ACKNOWLEDGE' then 'ACKNOWLEDGED' when 'REOPEN' then 'OPEN' else status end,
         status_at = case when $2::text in ('ACKNOWLEDGE', 'REOPEN') then now() else status_at end,
         assignee = case $2::text when 'ASSIGN' then $3::uuid else assignee end,
         due_on = case $2::text when 'DUE' then $4::date else due_on end
    from target
   where violation.id = target.id and not $8::boolean
  returning violation.id
), noted as (
  insert into violation_event (violation_id, actor, kind, detail)
  select id, $5::text,
         case $2::text when 'ACKNOWLEDGE' then 'ACKNOWLEDGED' when 'REOPEN' then 'OPENED' when 'ASSIGN' then 'ASSIGNED'
                       when 'DUE' then 'DUE' else 'COMMENTED' end, $6::jsonb
    from changed
)
select (select count(*)::int from matching) as matched, (select count(*)::int from target) as changed,
       (select count(*)::int from matching) - (select count(*)::int from allowed) as refused
