-- Writes the search documents of assets as they are shown now; those that are the same are left alone.
--
-- $1 asset_ids  bigint[]
-- →  written int
--
-- Retired assets stay findable. Columns that only lineage knows are not in it: they come and go with others. Long texts are cut: a tsvector holds at most 1 MB.
with document as (
  select asset.id as asset_id, asset.display_name as name, lower(namespace.name || '.' || asset.name) as qualified,
         to_tsvector('english', search_words(left(asset.display_name, 1000))
           || ' ' || regexp_replace(left(asset.display_name, 1000), '[^[:alnum:]]+', '', 'g')) as name_tsv,
         to_tsvector('english', search_words(left(namespace.name || ' ' || asset.name, 2000))) as qualified_tsv,
         to_tsvector('english', search_words(left(array_to_string(asset.tags, ' ') || ' ' || coalesce(columns.paths, ''), 100000))) as column_tsv,
         to_tsvector('english', left(coalesce(asset.description, ''), 20000)) as description_tsv,
         asset.type, asset.platform, namespace.name as namespace, asset.layer, asset.owner,
         (array['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'])[greatest(asset.class_level, asset.derived_level)] as classification,
         asset.tags, coalesce(speakers.kinds, '{}') as sources, ln(1 + asset.downstream_count)::real as popularity
    from asset
    join namespace on namespace.id = asset.namespace_id
    left join lateral (select string_agg(asset_column.path, ' ' order by asset_column.ordinal) as paths
                         from asset_column where asset_column.asset_id = asset.id and asset_column.is_declared) as columns on true
    left join lateral (select array_agg(distinct source.kind) as kinds
                         from assertion join source on source.id = assertion.source_id
                        where assertion.asset_id = asset.id) as speakers on true
   where asset.id = any ($1::bigint[])
), written as (
  insert into search_document as old (asset_id, name, qualified, name_tsv, tsv, type, platform, namespace, layer, owner,
                                      classification, tags, sources, popularity)
  select asset_id, name, qualified, name_tsv,
         setweight(name_tsv, 'A') || setweight(qualified_tsv, 'B') || setweight(column_tsv, 'C') || setweight(description_tsv, 'D'),
         type, platform, namespace, layer, owner, classification, tags, sources, popularity
    from document
  on conflict (asset_id) do update
     set name = excluded.name, qualified = excluded.qualified, name_tsv = excluded.name_tsv, tsv = excluded.tsv,
         type = excluded.type, platform = excluded.platform, namespace = excluded.namespace, layer = excluded.layer,
         owner = excluded.owner, classification = excluded.classification, tags = excluded.tags,
         sources = excluded.sources, popularity = excluded.popularity
   where (old.*) is distinct from (excluded.*)
  returning 1
)
select count(*)::int as written from written
