-- Who is told of what happens in governance, and what they are told: the outbox, written in the transaction of the change.
create table webhook (
  id            uuid primary key default uuid_v7(),
  name          text not null,                     -- policies say webhook:<name>
  url           text not null,
  secret        text not null,                     -- signs what is sent: it must be known in full
  events        text[] not null,
  is_enabled    boolean not null default true,
  created_by    text not null,                     -- as in the audit log
  created_at    timestamptz not null default now(),
  failures      int not null default 0,            -- in a row
  open_until    timestamptz,                       -- the circuit: nothing is sent before then
  check (failures >= 0)
);
create unique index webhook_name_idx on webhook (lower(name));

create table webhook_delivery (
  id          uuid primary key default uuid_v7(),
  webhook_id  uuid not null references webhook on delete cascade,
  event       text not null,
  key         text not null,                       -- of what happened: told once
  body        jsonb not null,
  status      text not null default 'WAITING' check (status in ('WAITING', 'DELIVERED', 'FAILED')),
  attempts    int not null default 0,
  due_at      timestamptz not null default now(),  -- a sender at work moves it on: should it die, another one tries
  created_at  timestamptz not null default now(),
  finished_at timestamptz,
  http_status int,                                 -- of the last answer
  error       text,                                -- of the last attempt
  unique (webhook_id, key)
);
create index webhook_delivery_due_idx on webhook_delivery (due_at) where status = 'WAITING';
create index webhook_delivery_age_idx on webhook_delivery (created_at);
