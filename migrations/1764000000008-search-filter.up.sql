-- How search documents and their assets fit a filter. All are plain expressions without sub-queries, so that Postgres
-- puts them into the query that uses them and drops what a filter does not say. Null says nothing.

-- Number of lists that a document does not fit; 0 is a hit, 1 still counts for the facet of that list.
-- Each list is an OR; "none" is for assets without a value. Owners and tags are compared in lower case.
create function search_misses(
  document search_document, types text[], platforms text[], namespaces text[], layers text[], owners text[],
  classifications text[], tags text[], sources text[]
) returns int language sql stable parallel safe as $$
  select case when types is null or document.type = any (types) then 0 else 1 end
    + case when platforms is null or document.platform = any (platforms) then 0 else 1 end
    + case when namespaces is null or document.namespace = any (namespaces) then 0 else 1 end
    + case when layers is null or coalesce(document.layer, 'none') = any (layers) then 0 else 1 end
    + case when owners is null or lower(coalesce(document.owner, 'none')) = any (owners) then 0 else 1 end
    + case when classifications is null or coalesce(document.classification, 'none') = any (classifications) then 0 else 1 end
    + case when tags is null or lower(document.tags::text)::text[] && tags then 0 else 1 end
    + case when sources is null or document.sources && sources then 0 else 1 end
$$;

-- Whether a document has what it must have and none of what is excluded:
-- { "has": [field], "missing": [field], "excluded": { field: [value] } }, each part optional.
create function search_document_fits(document search_document, wanted jsonb)
returns boolean language sql stable parallel safe as $$
  select wanted is null or (
    not coalesce(wanted #> '{excluded,type}' ? document.type, false)
    and not coalesce(wanted #> '{excluded,platform}' ? document.platform, false)
    and not coalesce(wanted #> '{excluded,namespace}' ? document.namespace, false)
    and not coalesce(wanted #> '{excluded,layer}' ? coalesce(document.layer, 'none'), false)
    and not coalesce(wanted #> '{excluded,owner}' ? lower(coalesce(document.owner, 'none')), false)
    and not coalesce(wanted #> '{excluded,classification}' ? coalesce(document.classification, 'none'), false)
    and not coalesce(wanted #> '{excluded,tag}' ?| lower(document.tags::text)::text[], false)
    and not coalesce(wanted #> '{excluded,source}' ?| document.sources, false)
    and (not coalesce(wanted -> 'has' ? 'layer', false) or document.layer is not null)
    and (not coalesce(wanted -> 'has' ? 'owner', false) or document.owner is not null)
    and (not coalesce(wanted -> 'has' ? 'classification', false) or document.classification is not null)
    and (not coalesce(wanted -> 'has' ? 'tag', false) or document.tags <> '{}')
    and (not coalesce(wanted -> 'missing' ? 'layer', false) or document.layer is null)
    and (not coalesce(wanted -> 'missing' ? 'owner', false) or document.owner is null)
    and (not coalesce(wanted -> 'missing' ? 'classification', false) or document.classification is null)
    and (not coalesce(wanted -> 'missing' ? 'tag', false) or document.tags = '{}'))
$$;

-- The same for what only the asset itself knows:
-- { "status": [status], "classification": [level or category in lower case], "has", "missing", "excluded" as above }.
create function search_asset_fits(asset asset, wanted jsonb) returns boolean language sql stable parallel safe as $$
  select (wanted -> 'status' is null or wanted -> 'status' ? asset.status)
    and (wanted -> 'classification' is null
         or wanted -> 'classification' ?| lower(asset.class_categories::text)::text[]
         or coalesce(wanted -> 'classification'
              ? (array['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'])[asset.class_level], false))
    and not coalesce(wanted #> '{excluded,status}' ? asset.status, false)
    and not coalesce(wanted #> '{excluded,classification}' ?| lower(asset.class_categories::text)::text[], false)
    and (not coalesce(wanted -> 'has' ? 'description', false) or coalesce(asset.description, '') <> '')
    and (not coalesce(wanted -> 'has' ? 'column', false) or asset.column_count > 0)
    and (not coalesce(wanted -> 'has' ? 'upstream', false) or asset.upstream_count > 0)
    and (not coalesce(wanted -> 'has' ? 'downstream', false) or asset.downstream_count > 0)
    and (not coalesce(wanted -> 'missing' ? 'description', false) or coalesce(asset.description, '') = '')
    and (not coalesce(wanted -> 'missing' ? 'column', false) or asset.column_count = 0)
    and (not coalesce(wanted -> 'missing' ? 'upstream', false) or asset.upstream_count = 0)
    and (not coalesce(wanted -> 'missing' ? 'downstream', false) or asset.downstream_count = 0)
$$;
