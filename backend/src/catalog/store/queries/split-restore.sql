-- Puts back the rows of an asset that was merged, under its old ids.
--
-- $1 snapshot  jsonb    as merge-snapshot.sql gave it
-- →  nothing
with restored as (
  insert into asset
  select (jsonb_populate_record(null::asset, '{"is_job": false}' || ($1::jsonb -> 'asset'))).* -- kept before jobs stood apart
  returning id, public_id
), columns as (
  insert into asset_column select * from jsonb_populate_recordset(null::asset_column, $1::jsonb -> 'columns')
), versions as (
  insert into schema_version select * from jsonb_populate_recordset(null::schema_version, $1::jsonb -> 'versions')
), document as (
  insert into search_document (asset_id, name, qualified, name_tsv, tsv, type, platform, namespace, layer, owner,
                               classification, tags, sources, popularity) -- its kind is computed
  select asset_id, name, qualified, name_tsv, tsv, type, platform, namespace, layer, owner, classification, tags, sources,
         popularity
    from (select (jsonb_populate_record(null::search_document, $1::jsonb -> 'document')).*
           where jsonb_typeof($1::jsonb -> 'document') = 'object') as kept
), linked as (
  update asset_redirect set asset_id = restored.id
    from restored
   where $1::jsonb -> 'redirects' ? asset_redirect.old_public_id::text
), merged as (
  update asset_merge set asset_id = restored.id
    from restored
   where $1::jsonb -> 'merges' @> to_jsonb(asset_merge.old_id)
), forgotten as (
  delete from asset_merge using restored where asset_merge.old_id = restored.id
)
delete from asset_redirect using restored where asset_redirect.old_public_id = restored.public_id
