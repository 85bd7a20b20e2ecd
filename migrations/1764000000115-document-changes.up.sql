-- What is known of documents in memory (facets) is told of changes as what is known of assets: sources and names of a
-- document change without its asset.
create function note_documents_changed() returns trigger language plpgsql as $$
begin
  insert into graph_change (is_edge, ids)
  select false, case when count(*) <= 50000 then array_agg(asset_id) end from changed
  having count(*) > 0;
  return null;
end $$;
create trigger search_document_noted after insert on search_document referencing new table as changed
  for each statement execute function note_documents_changed();
create trigger search_document_noted_again after update on search_document referencing new table as changed
  for each statement execute function note_documents_changed();
create trigger search_document_went after delete on search_document referencing old table as changed
  for each statement execute function note_documents_changed();
create trigger search_document_emptied after truncate on search_document
  for each statement execute function note_graph_changed('false');
