-- Takes back 1764000000001-catalog.up.sql.
drop table change_log, schema_version, asset_column, assertion_history, assertion,
  asset_identifier, asset_redirect, asset, code, source, namespace_alias, namespace;
drop function uuid_v7();
