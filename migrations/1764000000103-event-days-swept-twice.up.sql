-- Two backends may sweep the days of the event inbox at the same moment: what the other one dropped is not a failure.
create or replace function drop_event_days(keep int) returns void language plpgsql as $$
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
    execute format('drop table if exists %I', name);
  end loop;
end $$;
