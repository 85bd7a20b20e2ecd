-- As before: days are made without waiting for others who make them.
create or replace function add_event_days(ahead int) returns void language plpgsql as $$
declare
  day date;
begin
  for day in select current_date + place from generate_series(1, ahead) as place loop
    execute format('create table if not exists %I partition of event_inbox for values from (%L) to (%L)',
                   'event_inbox_' || to_char(day, 'YYYYMMDD'), day, day + 1);
  end loop;
end $$;
