-- The lineage graph: directed edges from upstream to downstream between assets and between columns.
-- Each edge belongs to the assertion that states it; when the assertion changes, its edges are replaced.
-- Current edges and past ones are kept apart: today's walk pays nothing for history.
create table lineage_edge (
  upstream_id    bigint not null references asset on delete cascade,
  downstream_id  bigint not null references asset on delete cascade,
  assertion_id   bigint not null references assertion on delete cascade,
  source_id      int not null references source,
  job_id         bigint references asset,
  kind           text not null default 'DIRECT' check (kind in ('DIRECT', 'INDIRECT')),
  transformation text,
  code_hash      text references code,
  valid_from     timestamptz not null,
  last_seen      timestamptz not null,
  delivery_id    bigint,
  primary key (upstream_id, downstream_id, assertion_id),
  check (upstream_id <> downstream_id)
);
-- The primary key serves downstream walks; upstream walks enter here, index-only.
create index lineage_edge_upstream_idx on lineage_edge (downstream_id, upstream_id);
create index lineage_edge_assertion_idx on lineage_edge (assertion_id);
create index lineage_edge_job_idx on lineage_edge (job_id) where job_id is not null;

create table lineage_edge_history (
  upstream_id   bigint not null,
  downstream_id bigint not null,
  source_id     int not null,
  job_id        bigint,
  kind          text not null,
  valid_from    timestamptz not null,
  valid_to      timestamptz not null,
  closed_by     bigint                              -- delivery
);
create index lineage_edge_history_down_idx on lineage_edge_history (upstream_id, valid_to, valid_from, downstream_id);
create index lineage_edge_history_up_idx on lineage_edge_history (downstream_id, valid_to, valid_from, upstream_id);

create table column_edge (
  upstream_id   bigint not null references asset_column on delete cascade,
  downstream_id bigint not null references asset_column on delete cascade,
  assertion_id  bigint not null references assertion on delete cascade,
  kind          text not null default 'DIRECT' check (kind in ('DIRECT', 'INDIRECT')),
  subtype       text not null default 'IDENTITY',   -- IDENTITY, TRANSFORMATION, AGGREGATION, JOIN, FILTER, GROUP_BY, SORT, WINDOW, CONDITIONAL
  masking       boolean not null default false,
  valid_from    timestamptz not null,
  primary key (upstream_id, downstream_id, assertion_id)
);
create index column_edge_upstream_idx on column_edge (downstream_id, upstream_id);
create index column_edge_assertion_idx on column_edge (assertion_id);

create table column_edge_history (
  upstream_id   bigint not null,
  downstream_id bigint not null,
  source_id     int not null,
  kind          text not null,
  subtype       text not null,
  masking       boolean not null,
  valid_from    timestamptz not null,
  valid_to      timestamptz not null,
  closed_by     bigint
);
create index column_edge_history_down_idx on column_edge_history (upstream_id, valid_to, valid_from, downstream_id);
create index column_edge_history_up_idx on column_edge_history (downstream_id, valid_to, valid_from, upstream_id);

-- Edges that name an end by a key nobody has said yet; they become edges when somebody does, in whatever order things
-- arrive. An end is an asset or a key; with columns it is a column edge.
create table pending_lineage (
  assertion_id      bigint not null references assertion on delete cascade,
  upstream_id       bigint references asset on delete cascade,
  upstream_key      text,
  upstream_column   text,
  downstream_id     bigint references asset on delete cascade,
  downstream_key    text,
  downstream_column text,
  job_id            bigint references asset on delete cascade,
  kind              text not null,
  subtype           text,
  masking           boolean,
  transformation    text,
  code_hash         text,
  check (num_nonnulls(upstream_id, upstream_key) >= 1 and num_nonnulls(downstream_id, downstream_key) >= 1)
);
create index pending_lineage_upstream_idx on pending_lineage (upstream_key) where upstream_id is null;
create index pending_lineage_downstream_idx on pending_lineage (downstream_key) where downstream_id is null;
create index pending_lineage_assertion_idx on pending_lineage (assertion_id);
