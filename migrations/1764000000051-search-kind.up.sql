-- Kinds of search documents: those that agree in every facet but tags. There are far fewer kinds than documents, so a
-- filter looks at kinds, and documents are told by one number; facets count numbers.
create function search_kind_of(
  type text, platform text, namespace text, layer text, owner text, classification text, sources text[]
) returns bigint language sql immutable parallel safe as $$
  select hash_array_extended(array[type, platform, namespace, layer, owner, classification] || sources, 0)
$$;
alter table search_document add column kind bigint not null
  generated always as (search_kind_of(type, platform, namespace, layer, owner, classification, sources)) stored;
create index search_document_kind_idx on search_document (kind, popularity desc, asset_id desc);

-- Every kind that there is or has been.
create table search_kind (
  kind           bigint primary key,
  type           text not null,
  platform       text not null,
  namespace      text not null,
  layer          text,
  owner          text,
  classification text,
  sources        text[] not null
);
insert into search_kind
select distinct on (kind) kind, type, platform, namespace, layer, owner, classification, sources from search_document;

create function add_search_kinds() returns trigger language plpgsql as $$
begin
  insert into search_kind
  select distinct on (kind) kind, type, platform, namespace, layer, owner, classification, sources from changed
  on conflict do nothing;
  return null;
end $$;
create trigger search_document_came after insert on search_document referencing new table as changed
  for each statement execute function add_search_kinds();
create trigger search_document_changed after update on search_document referencing new table as changed
  for each statement execute function add_search_kinds();

-- Number of lists that the documents of a kind do not fit, as search_misses counts them; tags are not looked at.
create function search_kind_misses(
  kind search_kind, types text[], platforms text[], namespaces text[], layers text[], owners text[],
  classifications text[], sources text[]
) returns int language sql stable parallel safe as $$
  select case when types is null or kind.type = any (types) then 0 else 1 end
    + case when platforms is null or kind.platform = any (platforms) then 0 else 1 end
    + case when namespaces is null or kind.namespace = any (namespaces) then 0 else 1 end
    + case when layers is null or coalesce(kind.layer, 'none') = any (layers) then 0 else 1 end
    + case when owners is null or lower(coalesce(kind.owner, 'none')) = any (owners) then 0 else 1 end
    + case when classifications is null or coalesce(kind.classification, 'none') = any (classifications) then 0 else 1 end
    + case when sources is null or kind.sources && sources then 0 else 1 end
$$;

-- What search_document_fits says of a document, as far as its kind tells.
create function search_kind_fits(kind search_kind, wanted jsonb) returns boolean language sql stable parallel safe as $$
  select wanted is null or (
    not coalesce(wanted #> '{excluded,type}' ? kind.type, false)
    and not coalesce(wanted #> '{excluded,platform}' ? kind.platform, false)
    and not coalesce(wanted #> '{excluded,namespace}' ? kind.namespace, false)
    and not coalesce(wanted #> '{excluded,layer}' ? coalesce(kind.layer, 'none'), false)
    and not coalesce(wanted #> '{excluded,owner}' ? lower(coalesce(kind.owner, 'none')), false)
    and not coalesce(wanted #> '{excluded,classification}' ? coalesce(kind.classification, 'none'), false)
    and not coalesce(wanted #> '{excluded,source}' ?| kind.sources, false)
    and (not coalesce(wanted -> 'has' ? 'layer', false) or kind.layer is not null)
    and (not coalesce(wanted -> 'has' ? 'owner', false) or kind.owner is not null)
    and (not coalesce(wanted -> 'has' ? 'classification', false) or kind.classification is not null)
    and (not coalesce(wanted -> 'missing' ? 'layer', false) or kind.layer is null)
    and (not coalesce(wanted -> 'missing' ? 'owner', false) or kind.owner is null)
    and (not coalesce(wanted -> 'missing' ? 'classification', false) or kind.classification is null))
$$;

-- The rest of it, which tags tell. Whether a filter speaks of tags at all is known before any document is looked at.
create function search_tags_fit(tags text[], wanted jsonb) returns boolean language sql stable parallel safe as $$
  select wanted is null or (
    (wanted #> '{excluded,tag}' is null or not wanted #> '{excluded,tag}' ?| lower(tags::text)::text[])
    and (not coalesce(wanted -> 'has' ? 'tag', false) or tags <> '{}')
    and (not coalesce(wanted -> 'missing' ? 'tag', false) or tags = '{}'))
$$;
