-- Adds the words of assets' names, columns and tags to the dictionary that corrects typing errors; in order of word, so
-- that writers never wait in a circle.
--
-- $1 asset_ids  bigint[]
-- →  written int
with said as (
  select display_name as text from asset where id = any ($1::bigint[])
  union
  select unnest(tags) from asset where id = any ($1::bigint[])
  union
  select path from asset_column where asset_id = any ($1::bigint[]) and is_declared
), word as (
  select distinct regexp_split_to_table(lower(search_words(left(text, 1000))), ' +') as word from said
), added as (
  insert into search_word (word)
  select word from word
   where length(word) between 3 and 60 and word !~ '^[0-9]+$'
     and not exists (select from search_word known where known.word = word.word)
   order by word
  on conflict do nothing
  returning 1
)
select count(*)::int as written from added
