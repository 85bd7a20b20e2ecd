-- How a search document fits a filter. Each list is an OR, null says nothing; "none" is for assets without a value.

-- Number of lists that a document does not fit; 0 is a hit, 1 still counts for the facet of that list.
-- Owners and tags fit whatever the case. A plain expression, so that Postgres puts it into the query and drops null lists.
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

-- All that can be said of a document in one word each, for what a filter excludes, demands or finds missing:
-- type=TABLE, tag=pii, has=owner, status=ACTIVE, … Owners, tags and categories in lower case. Looks at the asset itself.
create function search_tokens(document search_document) returns text[] language sql stable parallel safe as $$
  select array_remove(array[
      'type=' || document.type,
      'platform=' || document.platform,
      'namespace=' || document.namespace,
      'layer=' || coalesce(document.layer, 'none'),
      'owner=' || lower(coalesce(document.owner, 'none')),
      'classification=' || coalesce(document.classification, 'none'),
      'status=' || asset.status,
      case when document.layer is not null then 'has=layer' end,
      case when document.owner is not null then 'has=owner' end,
      case when document.classification is not null or asset.class_categories <> '{}' then 'has=classification' end,
      case when document.tags <> '{}' then 'has=tag' end,
      case when coalesce(asset.description, '') <> '' then 'has=description' end,
      case when asset.column_count > 0 then 'has=column' end,
      case when asset.upstream_count > 0 then 'has=upstream' end,
      case when asset.downstream_count > 0 then 'has=downstream' end
    ], null)
    || array(select 'tag=' || lower(tag) from unnest(document.tags) as tag)
    || array(select 'source=' || source from unnest(document.sources) as source)
    || array(select 'classification=' || lower(category) from unnest(asset.class_categories) as category)
    from asset
   where asset.id = document.asset_id
$$;
