drop table asset_merge;
