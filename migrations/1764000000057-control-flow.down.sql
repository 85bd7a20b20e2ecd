-- Takes the order of work back to the table that nobody wrote.
drop table control_edge;
create table control_edge (
  upstream_id   bigint not null references job on delete cascade,
  downstream_id bigint not null references job on delete cascade,
  last_seen     timestamptz not null,
  facts         jsonb not null default '{}',
  primary key (upstream_id, downstream_id),
  check (upstream_id <> downstream_id)
);
create index control_edge_upstream_idx on control_edge (downstream_id, upstream_id);
