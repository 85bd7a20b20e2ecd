-- Changes of search documents are noted no more.
drop trigger search_document_emptied on search_document;
drop trigger search_document_went on search_document;
drop trigger search_document_noted_again on search_document;
drop trigger search_document_noted on search_document;
drop function note_documents_changed();
