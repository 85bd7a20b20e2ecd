-- Takes back 1764000000008-search-filter.up.sql.
drop function search_tokens(search_document);
drop function search_misses(search_document, text[], text[], text[], text[], text[], text[], text[], text[]);
