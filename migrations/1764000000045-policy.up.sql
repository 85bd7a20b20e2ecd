-- Policies as text: every version is kept and never changed; at most one of a policy is in force.
create table policy (
  id             bigint generated always as identity primary key,
  name           text not null unique,
  latest_version int not null check (latest_version >= 1),  -- whoever saves names the one they started from
  active_version int,                              -- null: none was approved yet, or it was retired
  is_shipped     boolean not null default false,   -- came with Tributary; taken back on purpose it stays away
  retired_at     timestamptz,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now()
);

create table policy_version (
  policy_id    bigint not null references policy on delete cascade,
  version      int not null check (version >= 1),
  yaml         text not null,
  hash         text not null,                      -- sha-256 of yaml, hex: what an approval is bound to
  title        text not null,
  mode         text not null check (mode in ('enforce', 'warn', 'audit', 'disabled')),
  severity     text not null check (severity in ('error', 'warning', 'info')),
  priority     int not null,
  standard     text,
  owner        text,
  description  text,
  comment      text,                               -- why this version, by its author
  author       text not null,                      -- person:<uuid>, token:<id>, system
  created_at   timestamptz not null default now(),
  status       text not null check (status in ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  submitted_by text,
  submitted_at timestamptz,
  decided_by   text,
  decided_at   timestamptz,
  decision_reason text,
  primary key (policy_id, version)
);
create index policy_version_submitted_idx on policy_version (submitted_at desc) where status = 'SUBMITTED';

create function refuse_policy_rewrite() returns trigger language plpgsql as $$
begin
  if (new.policy_id, new.version, new.yaml, new.hash, new.author, new.created_at)
     is distinct from (old.policy_id, old.version, old.yaml, old.hash, old.author, old.created_at) then
    raise exception 'a version of a policy is never rewritten';
  end if;
  return new;
end $$;
create trigger policy_version_is_kept before update on policy_version
  for each row execute function refuse_policy_rewrite();

-- Whether violations are current to the policies in force: one row. Changes of policies raise `wanted`.
create table policy_state (
  is_only      boolean primary key default true check (is_only),
  wanted       bigint not null default 1,
  evaluated    bigint not null default 0,          -- the wanted that the last full evaluation began with
  evaluated_at timestamptz                         -- when it ended
);
insert into policy_state default values;

-- Evaluations of everything, newest kept; those of single changes are in the audit log.
create table policy_run (
  id          bigint generated always as identity primary key,
  trigger     text not null check (trigger in ('POLICY', 'NIGHTLY', 'MANUAL')),
  started_at  timestamptz not null,
  finished_at timestamptz not null default now(),
  assets      int not null,
  opened      int not null,
  reopened    int not null,
  resolved    int not null,
  waived      int not null,
  unknown     int not null
);
