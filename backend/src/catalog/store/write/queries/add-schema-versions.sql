-- Adds versions of schemas. A second change by the same delivery (a manifest, then its catalog) amends the version that
-- the first one made.
--
-- $1 versions     json         [{ asset_id, version, columns, diff, is_breaking, observed_at }]
-- $2 delivery_id  bigint       or null
-- →  written int
with added as (
  insert into schema_version (asset_id, version, columns, diff, is_breaking, observed_at, delivery_id)
  select asset_id, version, columns, diff, is_breaking, observed_at, $2::bigint
    from json_to_recordset($1::json) as added (
      asset_id bigint, version int, columns jsonb, diff jsonb, is_breaking boolean, observed_at timestamptz)
  on conflict (asset_id, version) do update
     set columns = excluded.columns, diff = excluded.diff, is_breaking = excluded.is_breaking,
         observed_at = excluded.observed_at
  returning 1
)
select count(*)::int as written from added
