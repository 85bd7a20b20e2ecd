-- What changed of today's graph and of the assets in it, for the copy of it that each backend keeps in memory.
-- One row per writing statement. Written by triggers, so that no writer can forget it, also not a cascade.
create table graph_change (
  seq     bigint generated always as identity primary key,
  xact    xid8 not null default pg_current_xact_id(),   -- readers tell by it what they have not seen
  is_edge boolean not null,                             -- false: assets are shown differently
  ids     bigint[]                                      -- assets: fed by others than before, or changed; null: any may be
);
-- New rows are those of transactions that the reader's last snapshot did not see, in whatever order they commit.
create index graph_change_xact_idx on graph_change (xact);

-- Notes the ids in the transition table "changed"; too many to name are noted as null.
create function note_edges_changed() returns trigger language plpgsql as $$
begin
  insert into graph_change (is_edge, ids)
  select true, case when count(*) <= 50000 then array_agg(id) end
    from (select distinct downstream_id as id from changed) as touched
  having count(*) > 0;
  return null;
end $$;
create function note_assets_changed() returns trigger language plpgsql as $$
begin
  insert into graph_change (is_edge, ids)
  select false, case when count(*) <= 50000 then array_agg(id) end from changed
  having count(*) > 0;
  return null;
end $$;
-- Everything may have changed: the argument says of what.
create function note_graph_changed() returns trigger language plpgsql as $$
begin
  insert into graph_change (is_edge, ids) values (tg_argv[0]::boolean, null);
  return null;
end $$;
-- Edges are shown with the labels of their sources.
create function note_labels_changed() returns trigger language plpgsql as $$
begin
  insert into graph_change (is_edge, ids)
  select true, null from changed join before using (id) where changed.label <> before.label limit 1;
  return null;
end $$;

create trigger lineage_edge_came after insert on lineage_edge referencing new table as changed
  for each statement execute function note_edges_changed();
-- No update moves an end: edges are deleted and inserted for that.
create trigger lineage_edge_changed after update on lineage_edge referencing new table as changed
  for each statement execute function note_edges_changed();
create trigger lineage_edge_went after delete on lineage_edge referencing old table as changed
  for each statement execute function note_edges_changed();
create trigger lineage_edge_emptied after truncate on lineage_edge
  for each statement execute function note_graph_changed('true');
create trigger asset_changed after update on asset referencing new table as changed
  for each statement execute function note_assets_changed();
create trigger asset_went after delete on asset referencing old table as changed
  for each statement execute function note_assets_changed();
create trigger asset_emptied after truncate on asset
  for each statement execute function note_graph_changed('false');
create trigger namespace_renamed after update of name on namespace
  for each statement execute function note_graph_changed('false');
create trigger source_changed after update on source referencing old table as before new table as changed
  for each statement execute function note_labels_changed();
