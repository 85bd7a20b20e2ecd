-- Everybody who may read sees everything again.
drop table access_inquiry;
drop trigger asset_identifier_takes_restriction on asset_identifier;
drop function restriction_follows_spelling();
drop trigger asset_moved_under_restriction on asset;
drop trigger asset_came_under_restriction on asset;
drop function asset_moves();
drop function assets_come_and_move();
drop table restriction;
drop function restriction_changes();
drop table restricted_asset;
drop function cover_restricted(bigint[]);
