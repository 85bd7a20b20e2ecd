-- Takes back 1764000000101-erased-people.up.sql; who was erased stays so, as a disabled person without a name.
drop trigger person_renamed on person;
drop function rename_source_of_person();
alter table person drop column erased_at;
