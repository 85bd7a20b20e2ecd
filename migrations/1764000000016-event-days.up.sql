-- Days of the event inbox, and task order between jobs.

-- Makes the partitions of the days to come. Today is never among them: the default one has it already.
create function add_event_days(ahead int) returns void language plpgsql as $$
declare
  day date;
begin
  for day in select current_date + place from generate_series(1, ahead) as place loop
    execute format('create table if not exists %I partition of event_inbox for values from (%L) to (%L)',
                   'event_inbox_' || to_char(day, 'YYYYMMDD'), day, day + 1);
  end loop;
end $$;

-- Drops the days that are over for longer than events are kept, unless some of theirs still wait.
create function drop_event_days(keep int) returns void language plpgsql as $$
declare
  name text;
begin
  for name in
    select child.relname
      from pg_inherits
      join pg_class child on child.oid = pg_inherits.inhrelid
     where pg_inherits.inhparent = 'event_inbox'::regclass and child.relname ~ '^event_inbox_[0-9]{8}$'
       and to_date(right(child.relname, 8), 'YYYYMMDD') < current_date - keep
       and not exists (select from event_pending
                        where received_at < to_date(right(child.relname, 8), 'YYYYMMDD') + 1)
  loop
    execute format('drop table %I', name);
  end loop;
end $$;

-- Which job runs after which: never data lineage.
create table control_edge (
  upstream_id   bigint not null references job on delete cascade,
  downstream_id bigint not null references job on delete cascade,
  last_seen     timestamptz not null,
  facts         jsonb not null default '{}',       -- dependency type and trigger rules, as said
  primary key (upstream_id, downstream_id),
  check (upstream_id <> downstream_id)
);
create index control_edge_upstream_idx on control_edge (downstream_id, upstream_id);
