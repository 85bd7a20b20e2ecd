-- Notes a batch of rules as said, and finds those declared before in the same words.
--
-- $1 source_id  int     null when the source is new
-- $2 keys       text[]  each once in the whole patch
-- $3 hashes     text[]
-- →  key text    of unchanged rules, in no order
with said as (
  select * from unnest($2::text[], $3::text[]) as said (key, hash)
), noted as (
  insert into stage_rule_seen (key) select key from said
  on conflict do nothing
)
select key from said
 where exists (select from quality_rule rule
                where rule.source_id = $1::int and rule.key = said.key and rule.hash = said.hash
                  and rule.retired_at is null)
