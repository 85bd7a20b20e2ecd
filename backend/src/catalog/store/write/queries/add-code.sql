-- Keeps the staged texts of code that are not known yet; in order of hash, so that writers never wait in a circle.
--
-- →  written int
with added as (
  insert into code (hash, text)
  select hash, text from stage_code
   where not exists (select from code where code.hash = stage_code.hash)
   order by hash
  on conflict do nothing
  returning 1
)
select count(*)::int as written from added
