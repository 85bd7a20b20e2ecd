-- Access to what an asset holds: asked for by one person, given by its owner or a steward, over at a set time.
create table access_request (
  id            uuid primary key default uuid_v7(),
  asset_id      bigint not null references asset on delete cascade,
  purpose       text not null check (length(purpose) >= 10),
  content_hash  text not null,                     -- of asset, purpose and end: what a decision is of
  status        text not null check (status in ('REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'REVOKED', 'EXPIRED')),
  requested_by  text not null,                     -- person:<uuid>
  requested_at  timestamptz not null default now(),
  expires_at    timestamptz not null,
  decided_by    text,
  decided_at    timestamptz,
  decision_reason text,
  ended_by      text,
  ended_at      timestamptz,
  check (decided_by is null or decided_by <> requested_by),
  check (expires_at <= requested_at + interval '366 days')
);
-- One at a time: whoever has asked, or has access, need not ask again.
create unique index access_request_live_idx on access_request (asset_id, requested_by)
  where status in ('REQUESTED', 'APPROVED');
create index access_request_end_idx on access_request (expires_at) where status in ('REQUESTED', 'APPROVED');
create index access_request_person_idx on access_request (requested_by, id desc);
