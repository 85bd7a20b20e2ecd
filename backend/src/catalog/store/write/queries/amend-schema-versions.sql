-- Changes versions of schemas that the same delivery has made: a manifest, then its catalog.
--
-- $1 versions  json    [{ asset_id, version, columns, diff, is_breaking, observed_at }]
-- →  written int
with amended as (
  update schema_version
     set columns = now.columns, diff = now.diff, is_breaking = now.is_breaking, observed_at = now.observed_at
    from json_to_recordset($1::json) as now (
      asset_id bigint, version int, columns jsonb, diff jsonb, is_breaking boolean, observed_at timestamptz)
   where schema_version.asset_id = now.asset_id and schema_version.version = now.version
  returning 1
)
select count(*)::int as written from amended
