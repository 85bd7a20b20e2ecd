-- What two assets were before they became one: the undo of a merge.
create table asset_merge (
  old_id        bigint primary key,                -- internal id of the asset that is gone; it gets it back
  old_public_id uuid not null unique,
  asset_id      bigint not null references asset on delete cascade,
  actor         text not null,
  reason        text not null,
  merged_at     timestamptz not null default now(),
  snapshot      jsonb not null                     -- the rows of the asset that is gone, by table, and of its edges
);
create index asset_merge_asset_idx on asset_merge (asset_id);
