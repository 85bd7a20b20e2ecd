-- What a delivery writes for each asset names the asset, its namespace and its source thirteen times: checked once per
-- statement and not once per row, as for columns, edges and rules. It was a fifth of the database's work of a first load.
--
-- The rules are those of the foreign keys that they replace, locks included; TRUNCATE has to name these tables.
alter table asset
  drop constraint asset_namespace_id_fkey,
  drop constraint asset_code_hash_fkey;
alter table asset_identifier
  drop constraint asset_identifier_asset_id_fkey,
  drop constraint asset_identifier_namespace_id_fkey,
  drop constraint asset_identifier_source_id_fkey;
alter table assertion
  drop constraint assertion_asset_id_fkey,
  drop constraint assertion_source_id_fkey,
  drop constraint assertion_spelling_namespace_id_fkey;
alter table schema_version drop constraint schema_version_asset_id_fkey;
alter table search_document drop constraint search_document_asset_id_fkey;
alter table delivery_item drop constraint delivery_item_delivery_id_fkey;

-- Locked as a foreign key locks: nobody takes a row away while something that needs it is on its way in.
create function need_asset(ids bigint[], place text) returns void language plpgsql as $$
declare
  missing bigint;
begin
  select said.id into missing from (select distinct unnest(ids) as id) as said
   where said.id is not null and not exists (select from asset where asset.id = said.id for key share) limit 1;
  if missing is not null then
    raise foreign_key_violation using message = format('There is no asset %s for %s to name', missing, place);
  end if;
end $$;

create function need_namespace(ids bigint[], place text) returns void language plpgsql as $$
declare
  missing bigint;
begin
  select said.id into missing from (select distinct unnest(ids) as id) as said
   where said.id is not null and not exists (select from namespace where namespace.id = said.id for key share) limit 1;
  if missing is not null then
    raise foreign_key_violation using message = format('There is no namespace %s for %s to name', missing, place);
  end if;
end $$;

create function need_source(ids bigint[], place text) returns void language plpgsql as $$
declare
  missing bigint;
begin
  select said.id into missing from (select distinct unnest(ids) as id) as said
   where said.id is not null and not exists (select from source where source.id = said.id for key share) limit 1;
  if missing is not null then
    raise foreign_key_violation using message = format('There is no source %s for %s to name', missing, place);
  end if;
end $$;

create function need_code(hashes text[]) returns void language plpgsql as $$
declare
  missing text;
begin
  select said.hash into missing from (select distinct unnest(hashes) as hash) as said
   where said.hash is not null and not exists (select from code where code.hash = said.hash for key share) limit 1;
  if missing is not null then
    raise foreign_key_violation using message = format('There is no code %s for an asset to name', missing);
  end if;
end $$;

-- Whole sets, as they are inserted.
create function check_assets() returns trigger language plpgsql as $$
begin
  perform need_namespace((select array_agg(distinct namespace_id) from added), 'an asset');
  perform need_code((select array_agg(distinct code_hash) from added));
  return null;
end $$;
create trigger asset_names after insert on asset
  referencing new table as added for each statement execute function check_assets();

create function check_identifiers() returns trigger language plpgsql as $$
begin
  perform need_asset((select array_agg(asset_id) from added), 'an identifier');
  perform need_namespace((select array_agg(distinct namespace_id) from added), 'an identifier');
  perform need_source((select array_agg(distinct source_id) from added), 'an identifier');
  return null;
end $$;
create trigger asset_identifier_names after insert on asset_identifier
  referencing new table as added for each statement execute function check_identifiers();

create function check_assertions() returns trigger language plpgsql as $$
begin
  perform need_asset((select array_agg(asset_id) from added), 'an assertion');
  perform need_namespace((select array_agg(distinct spelling_namespace_id) from added), 'an assertion');
  perform need_source((select array_agg(distinct source_id) from added), 'an assertion');
  return null;
end $$;
create trigger assertion_names after insert on assertion
  referencing new table as added for each statement execute function check_assertions();

create function check_schema_versions() returns trigger language plpgsql as $$
begin
  perform need_asset((select array_agg(asset_id) from added), 'a schema version');
  return null;
end $$;
create trigger schema_version_names after insert on schema_version
  referencing new table as added for each statement execute function check_schema_versions();

create function check_search_documents() returns trigger language plpgsql as $$
begin
  perform need_asset((select array_agg(asset_id) from added), 'a search document');
  return null;
end $$;
create trigger search_document_names after insert on search_document
  referencing new table as added for each statement execute function check_search_documents();

create function check_delivery_items() returns trigger language plpgsql as $$
declare
  missing bigint;
begin
  select said.id into missing from (select distinct delivery_id as id from added) as said
   where not exists (select from delivery where delivery.id = said.id for key share) limit 1;
  if missing is not null then
    raise foreign_key_violation using message = format('There is no delivery %s for a line of a report to name', missing);
  end if;
  return null;
end $$;
create trigger delivery_item_names after insert on delivery_item
  referencing new table as added for each statement execute function check_delivery_items();

-- Single rows, when they come to name something else: rare, and most updates name what they named.
create function check_asset_again() returns trigger language plpgsql as $$
begin
  perform need_namespace(array[new.namespace_id], 'an asset');
  perform need_code(array[new.code_hash]);
  return null;
end $$;
create trigger asset_names_others after update on asset for each row
  when (old.namespace_id <> new.namespace_id) execute function check_asset_again();

create function check_identifier_again() returns trigger language plpgsql as $$
begin
  perform need_asset(array[new.asset_id], 'an identifier');
  perform need_namespace(array[new.namespace_id], 'an identifier');
  perform need_source(array[new.source_id], 'an identifier');
  return null;
end $$;
create trigger asset_identifier_names_others after update on asset_identifier for each row
  when ((old.asset_id, old.namespace_id, old.source_id) is distinct from (new.asset_id, new.namespace_id, new.source_id))
  execute function check_identifier_again();

create function check_assertion_again() returns trigger language plpgsql as $$
begin
  perform need_asset(array[new.asset_id], 'an assertion');
  perform need_namespace(array[new.spelling_namespace_id], 'an assertion');
  perform need_source(array[new.source_id], 'an assertion');
  return null;
end $$;
create trigger assertion_names_others after update on assertion for each row
  when ((old.asset_id, old.spelling_namespace_id, old.source_id)
        is distinct from (new.asset_id, new.spelling_namespace_id, new.source_id))
  execute function check_assertion_again();

create function check_schema_version_again() returns trigger language plpgsql as $$
begin
  perform need_asset(array[new.asset_id], 'a schema version');
  return null;
end $$;
create trigger schema_version_names_others after update on schema_version for each row
  when (old.asset_id <> new.asset_id) execute function check_schema_version_again();

create function check_search_document_again() returns trigger language plpgsql as $$
begin
  perform need_asset(array[new.asset_id], 'a search document');
  return null;
end $$;
create trigger search_document_names_others after update on search_document for each row
  when (old.asset_id <> new.asset_id) execute function check_search_document_again();

-- A first load gives every asset its code: the set is checked, as far as it differs.
create function check_code_again() returns trigger language plpgsql as $$
begin
  perform need_code((select array_agg(distinct added.code_hash) from added join replaced on replaced.id = added.id
                      where added.code_hash is distinct from replaced.code_hash));
  return null;
end $$;
create trigger asset_names_other_code after update on asset
  referencing old table as replaced new table as added for each statement execute function check_code_again();

-- What was `on delete cascade`, and what was not: an asset stays while an assertion is about it.
create function drop_names_of_assets() returns trigger language plpgsql as $$
begin
  delete from asset_identifier identifier using gone where identifier.asset_id = gone.id;
  delete from schema_version version using gone where version.asset_id = gone.id;
  delete from search_document document using gone where document.asset_id = gone.id;
  if exists (select from gone join assertion on assertion.asset_id = gone.id) then
    raise foreign_key_violation using message = 'An assertion is about the asset', table = 'assertion';
  end if;
  return null;
end $$;
create trigger asset_takes_its_names after delete on asset
  referencing old table as gone for each statement execute function drop_names_of_assets();

create function keep_named_namespaces() returns trigger language plpgsql as $$
begin
  if exists (select from gone join asset on asset.namespace_id = gone.id)
     or exists (select from gone join asset_identifier identifier on identifier.namespace_id = gone.id)
     or exists (select from gone join assertion on assertion.spelling_namespace_id = gone.id) then
    raise foreign_key_violation using message = 'An asset, an identifier or an assertion names the namespace',
      table = 'namespace';
  end if;
  return null;
end $$;
create trigger namespace_stays_while_named after delete on namespace
  referencing old table as gone for each statement execute function keep_named_namespaces();

create function keep_speaking_sources() returns trigger language plpgsql as $$
begin
  if exists (select from gone join assertion on assertion.source_id = gone.id)
     or exists (select from gone join asset_identifier identifier on identifier.source_id = gone.id) then
    raise foreign_key_violation using message = 'An assertion or an identifier names the source', table = 'source';
  end if;
  return null;
end $$;
create trigger source_stays_while_it_speaks after delete on source
  referencing old table as gone for each statement execute function keep_speaking_sources();

create function keep_code_of_assets() returns trigger language plpgsql as $$
begin
  if exists (select from gone join asset on asset.code_hash = gone.hash) then
    raise foreign_key_violation using message = 'An asset names the code', table = 'code';
  end if;
  return null;
end $$;
create trigger code_stays_with_assets after delete on code
  referencing old table as gone for each statement execute function keep_code_of_assets();

create function drop_items_of_deliveries() returns trigger language plpgsql as $$
begin
  delete from delivery_item item using gone where item.delivery_id = gone.id;
  return null;
end $$;
create trigger delivery_takes_its_items after delete on delivery
  referencing old table as gone for each statement execute function drop_items_of_deliveries();
