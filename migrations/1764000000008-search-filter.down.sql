-- Takes the functions of search filters away.
drop function search_asset_fits(asset, jsonb);
drop function search_document_fits(search_document, jsonb);
drop function search_misses(search_document, text[], text[], text[], text[], text[], text[], text[], text[]);
