-- A page of violations.
--
-- $1 filter   jsonb   { statuses, severities, policies, requirements, codes, namespaces, owners, layers: text[]; assetFacts: there when one of the last three is;
--                       assignees, ids: uuid[]; assetId bigint; isAssigned, isOverdue boolean }; absent says nothing
-- $2 before   bigint  id of the last one of the page before; null for the first page
-- $3 first    int     1..10001
-- →  the fields of ViolationRow, by their names in TypeScript; latest first
--
-- Reads violation_status_idx, violation_asset_idx or violation_place_key; asset and namespace (catalog).
select violation.id, violation.public_id as "publicId", violation.policy, violation.policies, violation.requirement,
       violation.code, violation.status, violation.severity, violation.asset_id as "assetId",
       nullif(violation.column_path, '') as column, violation.message, violation.path, violation.evidence,
       violation.first_seen as "firstSeen", violation.last_seen as "lastSeen", violation.status_at as "statusAt",
       violation.reopened, violation.assignee, violation.due_on::text as "dueOn", violation.waiver_id as "waiverId"
  from violation
 where violation_fits(violation, $1::jsonb)
   and ($1::jsonb -> 'assetFacts' is null
        or exists (select from asset join namespace on namespace.id = asset.namespace_id
                    where asset.id = violation.asset_id
                      and ($1::jsonb -> 'namespaces' is null or $1::jsonb -> 'namespaces' ? namespace.name)
                      and ($1::jsonb -> 'owners' is null or $1::jsonb -> 'owners' ? coalesce(asset.owner, ''))
                      and ($1::jsonb -> 'layers' is null or $1::jsonb -> 'layers' ? coalesce(asset.layer, ''))))
   and ($2::bigint is null or violation.id < $2)
 order by violation.id desc
 limit $3::int
