-- All that the catalog keeps of one asset, as it stands: what the undo of a merge puts back.
--
-- $1 asset_id  bigint
-- →  one row: asset, columns, versions, document, identifiers, assertions, redirects, merges    jsonb
select (select to_jsonb(asset) from asset where asset.id = $1::bigint) as asset,
       (select coalesce(jsonb_agg(asset_column), '[]') from asset_column where asset_column.asset_id = $1::bigint) as columns,
       (select coalesce(jsonb_agg(schema_version), '[]')
          from schema_version where schema_version.asset_id = $1::bigint) as versions,
       (select to_jsonb(document) from search_document document where document.asset_id = $1::bigint) as document,
       (select coalesce(jsonb_agg(identifier), '[]')
          from asset_identifier identifier where identifier.asset_id = $1::bigint) as identifiers,
       (select coalesce(jsonb_agg(assertion.id), '[]') from assertion where assertion.asset_id = $1::bigint) as assertions,
       (select coalesce(jsonb_agg(redirect.old_public_id), '[]')
          from asset_redirect redirect where redirect.asset_id = $1::bigint) as redirects,
       (select coalesce(jsonb_agg(merge.old_id), '[]') from asset_merge merge where merge.asset_id = $1::bigint) as merges
