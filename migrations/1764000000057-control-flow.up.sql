-- Order of work among jobs: what waits for what, as which job says. Control flow, never data lineage.
-- Nothing has been written into the table of before.
drop table control_edge;
create table control_edge (
  upstream_id   bigint not null references job on delete cascade,
  downstream_id bigint not null references job on delete cascade,
  said_by       bigint not null references job on delete cascade,   -- whose events say so; they replace what they said before
  dependency    text,                                               -- DIRECT_INVOCATION, IMPLICIT_DEPENDENCY; null when not said
  trigger_rule  text,                                               -- EXECUTE_ON_SUCCESS, ALL_DONE, …; null when not said
  last_seen     timestamptz not null,                               -- event time
  primary key (upstream_id, downstream_id, said_by),
  check (upstream_id <> downstream_id)
);
create index control_edge_downstream_idx on control_edge (downstream_id, upstream_id);
create index control_edge_said_by_idx on control_edge (said_by);
