drop table search_word, search_document;
