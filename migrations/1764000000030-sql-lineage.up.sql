-- Column lineage that is read out of SQL: what waits to be read, what was found for each asset, and every text's
-- findings once, so that the same text over the same columns is read once whoever uses it.
create table sql_queue (
  asset_id  bigint primary key references asset on delete cascade,
  queued_at timestamptz not null default now()
);
create index sql_queue_order_idx on sql_queue (queued_at, asset_id);

create table sql_analysis (
  hash        text primary key,                    -- of dialect, text and the columns it depends on
  result      jsonb not null,                      -- SqlAnalysis
  analyzed_at timestamptz not null default now()
);

create table asset_sql (
  asset_id   bigint primary key references asset on delete cascade,
  hash       text not null references sql_analysis,
  columns    text[] not null,                      -- what the text gives the asset, in order
  is_complete boolean not null,                    -- there are no others
  analyzed_at timestamptz not null default now()
);
create index asset_sql_hash_idx on asset_sql (hash);
