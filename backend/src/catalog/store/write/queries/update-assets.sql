-- Shows assets as they are projected now.
--
-- $1 assets  json  [AssetUpdate]    only those that differ
-- →  written int
--
-- updated_at never goes back: transactions may commit in another order than they began. Neighbours are counted along:
-- an asset whose edges changed too is written once and not twice. Reads lineage_edge (lineage) and its indexes.
with shown as (
  update asset
     set display_name = now.display_name, type = now.type, status = now.status, status_reason = now.status_reason,
         layer = now.layer, location = now.location, owner = now.owner, description = now.description, tags = now.tags,
         is_encrypted = now.is_encrypted, has_access_logging = now.has_access_logging, region = now.region,
         class_level = now.class_level, class_categories = now.class_categories, properties = now.properties,
         code_language = now.code_language, code_hash = now.code_hash, column_count = now.column_count,
         schema_version = now.schema_version,
         upstream_count = (select count(distinct edge.upstream_id) from lineage_edge edge where edge.downstream_id = asset.id),
         downstream_count = (select count(distinct edge.downstream_id) from lineage_edge edge where edge.upstream_id = asset.id),
         updated_at = greatest(asset.updated_at, pg_catalog.now())
    from json_to_recordset($1::json) as now (
      id bigint, display_name text, type text, status text, status_reason text, layer text, location text, owner text,
      description text, tags text[], is_encrypted boolean, has_access_logging boolean, region text, class_level smallint,
      class_categories text[], properties jsonb, code_language text, code_hash text, column_count int, schema_version int)
   where asset.id = now.id
  returning 1
)
select count(*)::int as written from shown
