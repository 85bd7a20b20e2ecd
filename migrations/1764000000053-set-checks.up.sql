-- Ends of edges and subjects of rules are checked once per statement and not once per row, as columns are: on the first
-- load of a large project these checks were a fifth of the database's work.
--
-- The rules are those of the foreign keys that they replace, locks included; TRUNCATE has to name these tables.
alter table lineage_edge
  drop constraint lineage_edge_upstream_id_fkey,
  drop constraint lineage_edge_downstream_id_fkey,
  drop constraint lineage_edge_assertion_id_fkey,
  drop constraint lineage_edge_source_id_fkey,
  drop constraint lineage_edge_job_id_fkey,
  drop constraint lineage_edge_code_hash_fkey;
alter table quality_rule
  drop constraint quality_rule_source_id_fkey,
  drop constraint quality_rule_asset_id_fkey;

-- Locked as a foreign key locks: nobody takes a row away while something that needs it is on its way in.
create function check_edge() returns trigger language plpgsql as $$
declare
  missing text;
begin
  select 'asset ' || said.id into missing
    from (select upstream_id as id from added union select downstream_id from added
          union select job_id from added where job_id is not null) as said
   where not exists (select from asset where asset.id = said.id for key share) limit 1;
  if missing is null then
    select 'assertion ' || said.id into missing from (select distinct assertion_id as id from added) as said
     where not exists (select from assertion where assertion.id = said.id for key share) limit 1;
  end if;
  if missing is null then
    select 'source ' || said.id into missing from (select distinct source_id as id from added) as said
     where not exists (select from source where source.id = said.id for key share) limit 1;
  end if;
  if missing is null then
    select 'code ' || said.hash into missing
      from (select distinct code_hash as hash from added where code_hash is not null) as said
     where not exists (select from code where code.hash = said.hash for key share) limit 1;
  end if;
  if missing is not null then
    raise foreign_key_violation using message = format('There is no %s for an edge to name', missing),
      table = 'lineage_edge', constraint = 'lineage_edge_names';
  end if;
  return null;
end $$;

create function check_rule() returns trigger language plpgsql as $$
declare
  missing text;
begin
  select 'asset ' || said.id into missing from (select distinct asset_id as id from added) as said
   where not exists (select from asset where asset.id = said.id for key share) limit 1;
  if missing is null then
    select 'source ' || said.id into missing from (select distinct source_id as id from added) as said
     where not exists (select from source where source.id = said.id for key share) limit 1;
  end if;
  if missing is not null then
    raise foreign_key_violation using message = format('There is no %s for a rule to name', missing),
      table = 'quality_rule', constraint = 'quality_rule_names';
  end if;
  return null;
end $$;

create trigger lineage_edge_names after insert on lineage_edge
  referencing new table as added for each statement execute function check_edge();
create trigger lineage_edge_names_others after update on lineage_edge
  referencing new table as added for each statement execute function check_edge();
create trigger quality_rule_names after insert on quality_rule
  referencing new table as added for each statement execute function check_rule();
create trigger quality_rule_names_others after update on quality_rule
  referencing new table as added for each statement execute function check_rule();

-- What was `on delete cascade`, and what was not: a job stays while an edge names it.
create function drop_edges_and_rules_of_assets() returns trigger language plpgsql as $$
begin
  delete from lineage_edge edge using gone where edge.upstream_id = gone.id;
  delete from lineage_edge edge using gone where edge.downstream_id = gone.id;
  delete from quality_rule rule using gone where rule.asset_id = gone.id;
  if exists (select from gone join lineage_edge edge on edge.job_id = gone.id) then
    raise foreign_key_violation using message = 'An edge names the asset as its job', table = 'lineage_edge';
  end if;
  return null;
end $$;
create trigger asset_takes_its_edges after delete on asset
  referencing old table as gone for each statement execute function drop_edges_and_rules_of_assets();

create function drop_edges_of_assertions() returns trigger language plpgsql as $$
begin
  delete from lineage_edge edge using gone where edge.assertion_id = gone.id;
  return null;
end $$;
create trigger assertion_takes_its_edges after delete on assertion
  referencing old table as gone for each statement execute function drop_edges_of_assertions();

create function keep_named_sources() returns trigger language plpgsql as $$
begin
  if exists (select from gone join lineage_edge edge on edge.source_id = gone.id)
     or exists (select from gone join quality_rule rule on rule.source_id = gone.id) then
    raise foreign_key_violation using message = 'An edge or a rule names the source', table = 'source';
  end if;
  return null;
end $$;
create trigger source_stays_while_named after delete on source
  referencing old table as gone for each statement execute function keep_named_sources();

create function keep_named_code() returns trigger language plpgsql as $$
begin
  if exists (select from gone join lineage_edge edge on edge.code_hash = gone.hash) then
    raise foreign_key_violation using message = 'An edge names the code', table = 'code';
  end if;
  return null;
end $$;
create trigger code_stays_while_named after delete on code
  referencing old table as gone for each statement execute function keep_named_code();
