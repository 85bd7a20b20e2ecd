-- The inbox: what arrived, as bytes, before it is understood. The ledger is the count by status:
-- received = processed + deduplicated + dead-lettered + pending.
create table delivery (
  id           bigint generated always as identity primary key,
  public_id    uuid not null default uuid_v7() unique,
  connector    text not null,
  parameters   jsonb not null default '{}',        -- namespace, target, allowLargeClose, …: what the sender asked for
  sender       text not null,                      -- person or token, as in the audit log
  status       text not null check (status in ('RECEIVING', 'PENDING', 'PROCESSED', 'DEDUPLICATED', 'DEAD')),
  content_hash text,                               -- sha-256 over the parts' inflated bytes
  byte_count   bigint not null default 0,
  received_at  timestamptz not null default now(),
  claimed_until timestamptz,                       -- a worker holds it until then; later it is anyone's again
  attempts     int not null default 0,
  finished_at  timestamptz,
  error        jsonb,                              -- { code, message, part?, position? } of the last attempt
  report       jsonb                               -- IngestionReport
);
create index delivery_pending_idx on delivery (id) where status = 'PENDING';
create index delivery_recent_idx on delivery (received_at desc, id desc);
create index delivery_hash_idx on delivery (connector, content_hash);

-- The bytes of each part (manifest, catalog, …) in pieces of at most 1 MB, gzip as stored.
create table delivery_chunk (
  delivery_id bigint not null references delivery on delete cascade,
  part        text not null,
  seq         int not null,
  bytes       bytea not null,
  primary key (delivery_id, part, seq)
);
alter table delivery_chunk alter column bytes set storage external;

-- What a delivery did, one row per thing that deserves a reason; counts are in delivery.report.
create table delivery_item (
  delivery_id bigint not null references delivery on delete cascade,
  seq         int not null,
  outcome     text not null check (outcome in ('MATCHED', 'CREATED', 'STUBBED', 'MERGED', 'CHANGED', 'CLOSED', 'REFUSED', 'NOTED')),
  key         text not null,                       -- the source's key of the thing
  asset_id    bigint,
  reason      text not null,
  primary key (delivery_id, seq)
);
create index delivery_item_outcome_idx on delivery_item (delivery_id, outcome, seq);
