-- A text as the words that search knows: customerOrders_v2 and customer.orders-v2 give "customer orders v2".
-- Documents and queries both go through it, then through the configuration 'english'.
create function search_words(value text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(
    regexp_replace(value, '([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])', '\1\3 \2\4', 'g'),
    '[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+', ' ', 'g')
$$;

-- One search document per asset that may be found, written in the transaction that changes the asset.
create table search_document (
  asset_id    bigint primary key references asset on delete cascade,
  name        text not null,                       -- last part, as shown
  qualified   text not null,                       -- namespace and name, lower case: exact lookup
  name_tsv    tsvector not null,                   -- words of the name alone, and the name without separators (customerorders)
  tsv         tsvector not null,                   -- name (A), qualified name (B), tags and columns (C), description (D); all 'english'
  type        text not null,
  platform    text not null,
  namespace   text not null,
  layer       text,
  owner       text,
  classification text,                            -- the level's name
  tags        text[] not null default '{}',
  sources     text[] not null default '{}',        -- source kinds that vouch for it
  popularity  real not null default 0              -- log of downstream reach; ranks equals
);
create index search_document_name_idx on search_document using gin (name_tsv);
create index search_document_tsv_idx on search_document using gin (tsv);
create index search_document_prefix_idx on search_document (lower(name) text_pattern_ops);
create index search_document_qualified_idx on search_document (qualified text_pattern_ops);
create index search_document_rank_idx on search_document (popularity desc, asset_id desc);

-- Words that occur in names, columns and tags: the dictionary that corrects typos.
create table search_word (
  word text primary key
);
create index search_word_trgm_idx on search_word using gin (word gin_trgm_ops);
