-- Takes back 1764000000003-search.up.sql.
drop table search_word, search_document;
drop function search_words(text);
