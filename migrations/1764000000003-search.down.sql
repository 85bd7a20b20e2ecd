drop table search_word, search_document;
drop function search_words(text);
