-- Takes back the kinds of search documents.
drop function search_tags_fit(text[], jsonb);
drop function search_kind_fits(search_kind, jsonb);
drop function search_kind_misses(search_kind, text[], text[], text[], text[], text[], text[], text[]);
drop trigger search_document_changed on search_document;
drop trigger search_document_came on search_document;
drop function add_search_kinds();
drop table search_kind;
drop index search_document_kind_idx;
alter table search_document drop column kind;
drop function search_kind_of(text, text, text, text, text, text, text[]);
