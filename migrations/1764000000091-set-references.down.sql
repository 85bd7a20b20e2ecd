-- Takes back 1764000000091-set-references.up.sql.
drop trigger delivery_takes_its_items on delivery;
drop trigger code_stays_with_assets on code;
drop trigger source_stays_while_it_speaks on source;
drop trigger namespace_stays_while_named on namespace;
drop trigger asset_takes_its_names on asset;
drop trigger asset_names_other_code on asset;
drop trigger search_document_names_others on search_document;
drop trigger schema_version_names_others on schema_version;
drop trigger assertion_names_others on assertion;
drop trigger asset_identifier_names_others on asset_identifier;
drop trigger asset_names_others on asset;
drop trigger delivery_item_names on delivery_item;
drop trigger search_document_names on search_document;
drop trigger schema_version_names on schema_version;
drop trigger assertion_names on assertion;
drop trigger asset_identifier_names on asset_identifier;
drop trigger asset_names on asset;
drop function drop_items_of_deliveries();
drop function keep_code_of_assets();
drop function keep_speaking_sources();
drop function keep_named_namespaces();
drop function drop_names_of_assets();
drop function check_code_again();
drop function check_search_document_again();
drop function check_schema_version_again();
drop function check_assertion_again();
drop function check_identifier_again();
drop function check_asset_again();
drop function check_delivery_items();
drop function check_search_documents();
drop function check_schema_versions();
drop function check_assertions();
drop function check_identifiers();
drop function check_assets();
drop function need_code(text[]);
drop function need_source(bigint[], text);
drop function need_namespace(bigint[], text);
drop function need_asset(bigint[], text);
alter table delivery_item
  add constraint delivery_item_delivery_id_fkey foreign key (delivery_id) references delivery on delete cascade;
alter table search_document
  add constraint search_document_asset_id_fkey foreign key (asset_id) references asset on delete cascade;
alter table schema_version
  add constraint schema_version_asset_id_fkey foreign key (asset_id) references asset on delete cascade;
alter table assertion
  add constraint assertion_asset_id_fkey foreign key (asset_id) references asset,
  add constraint assertion_source_id_fkey foreign key (source_id) references source,
  add constraint assertion_spelling_namespace_id_fkey foreign key (spelling_namespace_id) references namespace;
alter table asset_identifier
  add constraint asset_identifier_asset_id_fkey foreign key (asset_id) references asset on delete cascade,
  add constraint asset_identifier_namespace_id_fkey foreign key (namespace_id) references namespace,
  add constraint asset_identifier_source_id_fkey foreign key (source_id) references source;
alter table asset
  add constraint asset_namespace_id_fkey foreign key (namespace_id) references namespace,
  add constraint asset_code_hash_fkey foreign key (code_hash) references code;
