-- How far each effect (propagation, policies, alerts) has read the change log. Writers of the log hold one lock until
-- they commit, so the order of seq is the order of commits and a single number is enough.
create table effect_progress (
  name       text primary key,
  seq        bigint not null default 0,
  updated_at timestamptz not null default now()
);

-- Wakes the backends when a change is committed. Only a hint: who misses it finds the rows a second later.
create function announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tributary_change', '');
  return null;
end $$;
create trigger change_log_announce after insert on change_log
  for each statement execute function announce_change();
