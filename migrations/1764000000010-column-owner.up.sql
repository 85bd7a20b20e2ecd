-- Columns belong to an asset, checked once per statement and not once per row: a first load of a large project adds
-- hundreds of thousands of columns, and the check of a foreign key cost as much as adding them.
--
-- The rules are those of `references asset on delete cascade`, locks included; TRUNCATE has to name both tables.
alter table asset_column drop constraint asset_column_asset_id_fkey;

create function check_column_owner() returns trigger language plpgsql as $$
declare
  orphan bigint;
begin
  -- Locked as a foreign key locks: nobody takes an asset away while a column of it is on its way in.
  select owner.id into orphan
    from (select distinct added.asset_id as id from added) as owner
   where not exists (select from asset where asset.id = owner.id for key share)
   limit 1;
  if orphan is not null then
    raise foreign_key_violation using message = format('There is no asset %s to have columns', orphan),
      table = 'asset_column', constraint = 'asset_column_owner';
  end if;
  return null;
end $$;

create trigger asset_column_owner after insert on asset_column
  referencing new table as added for each statement execute function check_column_owner();

create function refuse_column_move() returns trigger language plpgsql as $$
begin
  raise foreign_key_violation using message = format('Column %s stays with its asset', old.id), table = 'asset_column';
end $$;

create trigger asset_column_stays before update of asset_id on asset_column
  for each row when (old.asset_id is distinct from new.asset_id) execute function refuse_column_move();

create function drop_columns_of_assets() returns trigger language plpgsql as $$
begin
  delete from asset_column using gone where asset_column.asset_id = gone.id;
  return null;
end $$;

create trigger asset_takes_its_columns after delete on asset
  referencing old table as gone for each statement execute function drop_columns_of_assets();
