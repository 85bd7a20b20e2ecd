drop function search_tokens(search_document);
drop function search_misses(search_document, text[], text[], text[], text[], text[], text[], text[], text[]);
