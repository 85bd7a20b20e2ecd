-- The life of violations: one row per (policy, requirement, asset, column), kept when it is resolved.
alter table violation
  add column requirement text not null default '',
  add column policies    text[] not null default '{}',   -- all that demand the same here
  add column evidence    jsonb not null default '[]',    -- [{ attribute, value, source, at }]
  add column status_at   timestamptz not null default now(),
  add column reopened    int not null default 0,
  add column assignee    uuid,                            -- a person
  add column due_on      date,
  add column waiver_id   uuid;                            -- that lets it pass now
alter table violation drop constraint violation_policy_code_asset_id_column_path_key;
alter table violation add constraint violation_place_key unique (policy, requirement, asset_id, column_path);
create index violation_assignee_idx on violation (assignee, id desc) where assignee is not null;
create index violation_policy_idx on violation (policy, id desc);

-- What happened to a violation after it was found, oldest first.
create table violation_event (
  id           bigint generated always as identity primary key,
  violation_id bigint not null references violation on delete cascade,
  at           timestamptz not null default now(),
  actor        text not null,                      -- person:<uuid>, token:<id>, system
  kind         text not null check (kind in ('REOPENED', 'RESOLVED', 'ACKNOWLEDGED', 'OPENED', 'WAIVED', 'UNWAIVED',
                                             'ASSIGNED', 'DUE', 'COMMENTED')),
  detail       jsonb not null default '{}'
);
create index violation_event_violation_idx on violation_event (violation_id, id);

-- Where evidence is missing: neither a pass nor a failure.
create table policy_gap (
  id          bigint generated always as identity primary key,
  asset_id    bigint not null references asset on delete cascade,
  policy      text not null,
  requirement text not null,
  column_path text not null default '',
  message     text not null,
  first_seen  timestamptz not null default now(),
  unique (asset_id, requirement, column_path)
);

-- Leave to break a policy for a while: asked for by one person, given by another, for what its hash says.
create table waiver (
  id           uuid primary key default uuid_v7(),
  policy       text,                               -- null: any; at least one of policy and asset
  requirement  text,
  asset_id     bigint references asset on delete cascade,
  column_path  text,
  reason       text not null check (length(reason) >= 20),
  conditions   text,
  content_hash text not null,                      -- of scope, reason, conditions and end: what was approved
  status       text not null check (status in ('REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'REVOKED', 'EXPIRED')),
  requested_by text not null,
  requested_at timestamptz not null default now(),
  expires_at   timestamptz not null,
  decided_by   text,
  decided_at   timestamptz,
  decision_reason text,
  ended_by     text,
  ended_at     timestamptz,
  check (num_nonnulls(policy, asset_id) >= 1),
  check (decided_by is null or decided_by <> requested_by),
  check (expires_at <= requested_at + interval '366 days')
);
create index waiver_live_idx on waiver (expires_at) where status in ('REQUESTED', 'APPROVED');
create index waiver_asset_idx on waiver (asset_id) where asset_id is not null;

-- Policies look at the few columns that are classified.
create index asset_column_classified_idx on asset_column (asset_id)
  where class_level is not null or class_categories <> '{}';

-- Whether a violation fits a filter; a plain expression, so that Postgres drops what the filter does not say.
create function violation_fits(violation violation, wanted jsonb) returns boolean language sql stable parallel safe as $$
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
    and (wanted -> 'assetFacts' is null
         or exists (select from asset
                     join namespace on namespace.id = asset.namespace_id
                    where asset.id = violation.asset_id
                      and (wanted -> 'namespaces' is null or wanted -> 'namespaces' ? namespace.name)
                      and (wanted -> 'owners' is null or wanted -> 'owners' ? coalesce(asset.owner, ''))
                      and (wanted -> 'layers' is null or wanted -> 'layers' ? coalesce(asset.layer, ''))))
$$;
