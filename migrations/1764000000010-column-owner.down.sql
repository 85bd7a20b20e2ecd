-- Takes back 1764000000010-column-owner.up.sql.
drop trigger asset_takes_its_columns on asset;
drop function drop_columns_of_assets();
drop trigger asset_column_stays on asset_column;
drop function refuse_column_move();
drop trigger asset_column_owner on asset_column;
drop function check_column_owner();
alter table asset_column add constraint asset_column_asset_id_fkey
  foreign key (asset_id) references asset on delete cascade;
