-- People can be erased: the row stays, since much refers to it by its id, and nothing personal is left in it.
alter table person add column erased_at timestamptz;

-- What a person said is shown under their name, as it is now: a new name and an erased one reach it alike.
create function rename_source_of_person() returns trigger language plpgsql as $$
begin
  update source set label = new.display_name where kind = 'person' and name = new.id::text;
  return null;
end $$;
create trigger person_renamed after update of display_name on person
  for each row when (old.display_name is distinct from new.display_name)
  execute function rename_source_of_person();
