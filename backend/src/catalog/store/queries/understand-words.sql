-- A text as the full-text search understands it.
--
-- $1 text      text    words that must all occur; the last one may be the beginning of a longer word
-- $2 phrases   text[]  that must occur word by word
-- $3 excluded  text[]  words and phrases that must not occur
-- →  one row: query text (a tsquery; empty when nothing is left to search for), "wholeQuery" text (the same with the last
--    word whole), words text[], stems text[]
--
-- Both sides go through search_words and the configuration 'english'. A stop word has an empty stem and is left out.
with word as (
  select word, place, place = max(place) over () as is_last
    from unnest(string_to_array(trim(search_words($1::text)), ' ')) with ordinality as split (word, place)
   where word <> ''
), term as (
  select place, to_tsquery('english', '''' || word || '''' || case when is_last then ':*' else '' end)::text as query,
         to_tsquery('english', '''' || word || '''')::text as whole
    from word
  union all
  select 1000 + place, phrase::text, phrase::text
    from unnest($2::text[]) with ordinality as given (text, place)
   cross join lateral phraseto_tsquery('english', search_words(text)) as phrase
  union all
  select 2000 + place, (!! phrase)::text, (!! phrase)::text
    from unnest($3::text[]) with ordinality as given (text, place)
   cross join lateral phraseto_tsquery('english', search_words(text)) as phrase
   where numnode(phrase) > 0
)
select coalesce((select string_agg('(' || query || ')', ' & ' order by place) from term where query <> ''), '') as query,
       coalesce((select string_agg('(' || whole || ')', ' & ' order by place) from term where query <> ''), '') as "wholeQuery",
       coalesce((select array_agg(word order by place) from word), '{}') as words,
       coalesce((select array_agg(coalesce((ts_lexize('english_stem', lower(word)))[1], '') order by place) from word), '{}') as stems
