-- Words of the catalog that look like words nobody uses: the dictionary against typos.
--
-- $1 words  text[]   lower case
-- →  word text (as asked), candidate text   at most 200 of each word, most alike first; nothing for a word in use
--
-- Alike in trigrams, or begun with the same two letters and of nearly the same length: swapped letters leave few
-- trigrams in common. Both read search_word_trgm_idx.
select want.word, near.word as candidate
  from unnest($1::text[]) as want (word)
 cross join lateral (
         select search_word.word
           from search_word
          where abs(length(search_word.word) - length(want.word)) <= 2
            and (search_word.word % want.word or search_word.word like left(want.word, 2) || '%')
          order by similarity(search_word.word, want.word) desc, search_word.word
          limit 200
       ) as near
 where not exists (select from search_word where search_word.word = want.word)
