-- Classifications that names, types, values, tags and documents suggest, until somebody decides. What is confirmed is
-- said by the source `suggestion`, as any other word of people; what is rejected stays here and is not suggested again.
create table classification_suggestion (
  id          bigint generated always as identity primary key,
  public_id   uuid not null default uuid_v7() unique,
  asset_id    bigint not null references asset on delete cascade,
  column_path text not null default '',            -- empty: the asset itself
  pattern     text not null,                       -- what was recognised, the same for all alike: `name: email`, `tag: pii`
  source      text not null check (source in ('NAME', 'TYPE', 'VALUES', 'TAG', 'DBT_META', 'DBT_CLASSIFIER', 'CONTRACT')),
  level       smallint check (level between 1 and 4),
  category    text not null default '',
  subtype     text not null default '',
  proposal    text not null,                       -- subtype, else category, else level: what people read
  confidence  smallint not null check (confidence between 1 and 100),
  evidence    text not null,
  status      text not null default 'SUGGESTED' check (status in ('SUGGESTED', 'CONFIRMED', 'REJECTED')),
  decided_by  text,
  decided_at  timestamptz,
  decision_reason text,
  first_seen  timestamptz not null default now(),
  unique (asset_id, column_path, pattern, proposal),
  check (level is not null or category <> '')
);
create index classification_suggestion_group_idx on classification_suggestion (status, pattern, proposal, id desc);

-- Whether a suggestion fits a filter; a plain expression, so that Postgres drops what the filter does not say.
create function suggestion_fits(suggestion classification_suggestion, wanted jsonb)
returns boolean language sql stable parallel safe as $$
  select (wanted -> 'statuses' is null or wanted -> 'statuses' ? suggestion.status)
    and (wanted -> 'patterns' is null or wanted -> 'patterns' ? suggestion.pattern)
    and (wanted -> 'proposals' is null or wanted -> 'proposals' ? suggestion.proposal)
    and (wanted -> 'sources' is null or wanted -> 'sources' ? suggestion.source)
    and (wanted -> 'ids' is null or suggestion.public_id = any (array(select jsonb_array_elements_text(wanted -> 'ids'))::uuid[]))
    and (wanted -> 'assetId' is null or suggestion.asset_id = (wanted ->> 'assetId')::bigint)
    and (wanted -> 'column' is null or suggestion.column_path = wanted ->> 'column')
    and (wanted -> 'minConfidence' is null or suggestion.confidence >= (wanted ->> 'minConfidence')::int)
    and (wanted -> 'namespaces' is null
         or exists (select from asset
                     join namespace on namespace.id = asset.namespace_id
                    where asset.id = suggestion.asset_id and wanted -> 'namespaces' ? namespace.name))
$$;
