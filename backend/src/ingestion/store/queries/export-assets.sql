-- Every asset as one line of JSON.
--
-- $1 source     text   kind, name or kind:name of a source that describes it; null for all
-- $2 namespace  text   canonical, its own or of what a source that describes it speaks for; null for all
-- →  line text   in order of creation
--
-- Read through a cursor: columns and keys are looked up per asset, so that the first line comes at once and memory
-- stays flat. Reads asset, asset_column, assertion (catalog).
select json_build_object(
         'id', asset.public_id, 'namespace', namespace.name, 'name', asset.name, 'displayName', asset.display_name,
         'type', asset.type, 'status', asset.status, 'platform', asset.platform, 'layer', asset.layer,
         'location', asset.location, 'owner', asset.owner, 'description', asset.description, 'tags', asset.tags,
         'isEncrypted', asset.is_encrypted, 'hasAccessLogging', asset.has_access_logging, 'region', asset.region,
         'classification', case
           when coalesce(asset.class_level, asset.derived_level) is not null
             or asset.class_categories || asset.derived_categories <> '{}' then json_build_object(
             'level', (array['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'])[greatest(asset.class_level, asset.derived_level)],
             'categories', effective_categories(asset.class_categories, asset.derived_categories),
             'derived', is_derived(asset.class_level, asset.class_categories, asset.derived_level, asset.derived_categories)) end,
         'properties', asset.properties,
         'columns', (
           select coalesce(json_agg(json_build_object(
                    'name', path, 'type', type, 'nullable', nullable, 'description', description, 'tags', tags,
                    'classification', case
                      when coalesce(class_level, derived_level) is not null
                        or class_categories || derived_categories <> '{}' then json_build_object(
                        'level', (array['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'])[greatest(class_level, derived_level)],
                        'categories', effective_categories(class_categories, derived_categories),
                        'derived', is_derived(class_level, class_categories, derived_level, derived_categories)) end) order by ordinal, path), '[]')
             from asset_column where asset_column.asset_id = asset.id),
         'sourceKeys', (
           select coalesce(json_agg(distinct assertion.key order by assertion.key), '[]')
             from assertion where assertion.asset_id = asset.id and assertion.subject_key is null),
         'createdAt', asset.created_at, 'updatedAt', asset.updated_at)::text as line
  from asset
  join namespace on namespace.id = asset.namespace_id
 where ($2::text is null or namespace.name = $2 or exists (
         select from assertion
           join source on source.id = assertion.source_id
          where assertion.asset_id = asset.id and split_part(source.scope, '#', 1) = $2))
   and ($1::text is null or exists (
         select from assertion
           join source on source.id = assertion.source_id
          where assertion.asset_id = asset.id and $1 in (source.kind, source.name, source.kind || ':' || source.name)))
 order by asset.id
