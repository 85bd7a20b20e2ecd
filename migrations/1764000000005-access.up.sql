-- People, their sessions, API tokens, and who did what.
create table person (
  id            uuid primary key default uuid_v7(),
  username      text not null,
  display_name  text not null,
  email         text,
  role          text not null check (role in ('viewer', 'contributor', 'steward', 'admin')),
  password_hash text not null,
  is_disabled   boolean not null default false,
  created_at    timestamptz not null default now(),
  last_seen_at  timestamptz
);
create unique index person_username_idx on person (lower(username));

create table session (
  id_hash      bytea primary key,                  -- sha-256 of the cookie's value
  person_id    uuid not null references person on delete cascade,
  created_at   timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at   timestamptz not null,
  user_agent   text
);
create index session_person_idx on session (person_id);

create table api_token (
  id          uuid primary key default uuid_v7(),
  name        text not null,
  secret_hash bytea not null unique,               -- sha-256; the secret has 256 random bits
  role        text not null check (role in ('viewer', 'contributor', 'steward', 'admin', 'ingestor')),
  namespaces  text[] not null default '{}',        -- ingestion allow-list; empty: any
  created_by  uuid references person,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz,
  last_used_at timestamptz,
  revoked_at  timestamptz
);

create table login_attempt (
  subject    text not null,                        -- account or address, hashed
  at         timestamptz not null default now()
);
create index login_attempt_subject_idx on login_attempt (subject, at);

-- Insert-only.
create table audit_entry (
  seq        bigint generated always as identity primary key,
  at         timestamptz not null default now(),
  actor      text not null,                        -- person:<uuid>, token:<uuid>, system
  action     text not null,                        -- asset.merge, token.create, …
  object     text not null,
  before     jsonb,
  after      jsonb,
  reason     text,
  request_id text
);
create index audit_entry_object_idx on audit_entry (object, seq desc);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are never changed';
end $$;
create trigger audit_entry_insert_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function refuse_change();
