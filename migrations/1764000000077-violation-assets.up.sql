-- What the asset of a violation says is asked by the queries themselves: there it is one hash of assets, in a function it
-- was a query for each row.
create or replace function violation_fits(violation violation, wanted jsonb) returns boolean
language sql stable parallel safe as $$
  select (wanted -> 'statuses' is null or wanted -> 'statuses' ? violation.status)
    and (wanted -> 'severities' is null or wanted -> 'severities' ? violation.severity)
    and (wanted -> 'policies' is null or wanted -> 'policies' ? violation.policy)
    and (wanted -> 'requirements' is null or wanted -> 'requirements' ? violation.requirement)
    and (wanted -> 'codes' is null or wanted -> 'codes' ? violation.code)
    and (wanted -> 'ids' is null or wanted -> 'ids' ? violation.public_id::text)
    and (wanted -> 'assetId' is null or violation.asset_id = (wanted ->> 'assetId')::bigint)
    and (wanted -> 'assignees' is null or coalesce(wanted -> 'assignees' ? violation.assignee::text, false))
    and (wanted -> 'isAssigned' is null or (violation.assignee is not null) = (wanted ->> 'isAssigned')::boolean)
    and (wanted -> 'isOverdue' is null
         or (violation.status in ('OPEN', 'ACKNOWLEDGED') and coalesce(violation.due_on < current_date, false))
            = (wanted ->> 'isOverdue')::boolean)
$$;

drop function violation_asset_fits(bigint, jsonb);
