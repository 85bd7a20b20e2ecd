-- Notes a batch of statements as said, and finds those said before in the same words.
--
-- $1 source_id  int     null when the source is new
-- $2 keys       text[]  each once in the whole patch
-- $3 hashes     text[]
-- →  key text    of unchanged statements, in no order
--
-- Writes stage_seen. Reads assertion by (source_id, key).
with said as (
  select said.key, said.hash,
         exists (select from assertion
                  where assertion.source_id = $1::int and assertion.key = said.key and assertion.hash = said.hash) as is_unchanged
    from unnest($2::text[], $3::text[]) as said (key, hash)
), noted as (
  insert into stage_seen (key, hash, is_unchanged) select key, hash, is_unchanged from said
  on conflict (key) do update set hash = excluded.hash, is_unchanged = excluded.is_unchanged
)
select key from said where is_unchanged
