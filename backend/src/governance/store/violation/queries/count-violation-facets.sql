-- How many violations there are of each status, severity, policy, requirement, layer and owner.
--
-- $1 filter  jsonb  as in list-violations.sql
-- →  field text, value text, count int    most first in each field, at most 50 of each; value is '' for none
--
-- Reads asset (catalog).
with fitting as (
  select violation.status, violation.severity, violation.policy, violation.requirement, asset.layer, asset.owner
    from violation
    join asset on asset.id = violation.asset_id
   where violation_fits(violation, $1::jsonb)
   and ($1::jsonb -> 'assetFacts' is null
        or exists (select from asset join namespace on namespace.id = asset.namespace_id
                    where asset.id = violation.asset_id
                      and ($1::jsonb -> 'namespaces' is null or $1::jsonb -> 'namespaces' ? namespace.name)
                      and ($1::jsonb -> 'owners' is null or $1::jsonb -> 'owners' ? coalesce(asset.owner, ''))
                      and ($1::jsonb -> 'layers' is null or $1::jsonb -> 'layers' ? coalesce(asset.layer, ''))))
), counted as (
  select case when grouping(status) = 0 then 'status' when grouping(severity) = 0 then 'severity'
              when grouping(policy) = 0 then 'policy' when grouping(requirement) = 0 then 'requirement'
              when grouping(layer) = 0 then 'layer' else 'owner' end as field,
         coalesce(status, severity, policy, requirement, layer, owner, '') as value,
         count(*)::int as count
    from fitting
   group by grouping sets ((status), (severity), (policy), (requirement), (layer), (owner))
), ranked as (
  select *, row_number() over (partition by field order by count desc, value) as place from counted
)
select field, value, count from ranked where place <= 50 order by field, place
