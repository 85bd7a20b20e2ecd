-- Restricted visibility: assets, and whole namespaces, that only some may know of. Who may is decided in one place, the
-- view seen.hidden of seen/.
create table restriction (
  id            uuid primary key default uuid_v7(),
  asset_id      bigint unique references asset on delete cascade,
  namespace_id  int unique references namespace on delete cascade,
  reason        text not null,
  restricted_by text not null,                     -- person:<uuid>, token:<id>
  restricted_at timestamptz not null default now(),
  check (num_nonnulls(asset_id, namespace_id) = 1)
);

-- Every asset that a restriction covers, by itself or by its namespace. Kept by the triggers below: no reader works it out.
create table restricted_asset (
  asset_id bigint primary key references asset on delete cascade
);

create function cover_restricted(ids bigint[]) returns void language sql as $$
  with covered as (
    select asset.id
      from asset
      join restriction on restriction.asset_id = asset.id
     where asset.id = any (ids)
    union
    select asset.id
      from asset
      join restriction on restriction.namespace_id = asset.namespace_id
     where asset.id = any (ids)
  ), over as (
    delete from restricted_asset
     where asset_id = any (ids) and not exists (select from covered where covered.id = restricted_asset.asset_id)
  )
  insert into restricted_asset (asset_id) select id from covered on conflict do nothing
$$;

create function restriction_changes() returns trigger language plpgsql as $$
begin
  perform cover_restricted(array(
    select asset.id from asset
     where asset.id = coalesce(new.asset_id, old.asset_id) or asset.namespace_id = coalesce(new.namespace_id, old.namespace_id)));
  return null;
end $$;
create trigger restriction_covers after insert or delete on restriction
  for each row execute function restriction_changes();

-- What comes into a restricted namespace is restricted from its first moment on; what moves out of one is not any more.
create function assets_come_and_move() returns trigger language plpgsql as $$
begin
  if exists (select from restriction where namespace_id is not null) then
    perform cover_restricted(array(select id from moved));
  end if;
  return null;
end $$;
create trigger asset_came_under_restriction after insert on asset referencing new table as moved
  for each statement execute function assets_come_and_move();
create function asset_moves() returns trigger language plpgsql as $$
begin
  perform cover_restricted(array[new.id]);
  return null;
end $$;
create trigger asset_moved_under_restriction after update of namespace_id on asset
  for each row when (old.namespace_id is distinct from new.namespace_id) execute function asset_moves();

-- A spelling that moves to another asset, in a merge or a split, takes the restriction along: neither is a way out.
create function restriction_follows_spelling() returns trigger language plpgsql as $$
begin
  insert into restriction (asset_id, reason, restricted_by, restricted_at)
  select new.asset_id, before.reason, before.restricted_by, before.restricted_at
    from restriction before
   where before.asset_id = old.asset_id
  on conflict do nothing;
  return null;
end $$;
create trigger asset_identifier_takes_restriction after update of asset_id on asset_identifier
  for each row when (old.asset_id is distinct from new.asset_id) execute function restriction_follows_spelling();

-- Access asked for by name, by who may not know of the asset: kept whether or not there is one, so that nothing tells.
-- Without one nobody is asked, and it ends unanswered.
create table access_inquiry (
  id            uuid primary key default uuid_v7(),
  namespace     text not null,                     -- as typed
  name          text not null,
  request_id    uuid references access_request on delete set null,
  purpose       text not null check (length(purpose) >= 10),
  requested_by  text not null,                     -- person:<uuid>
  requested_at  timestamptz not null default now(),
  expires_at    timestamptz not null
);
create index access_inquiry_person_idx on access_inquiry (requested_by, id desc);
