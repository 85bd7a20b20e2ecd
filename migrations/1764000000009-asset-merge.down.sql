-- Takes back 1764000000009-asset-merge.up.sql.
drop table asset_merge;
