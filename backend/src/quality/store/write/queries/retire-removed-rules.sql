-- Retires rules that their source says are gone.
--
-- $1 source_id  int
-- $2 keys       text[]
-- →  written int
with retired as (
  update quality_rule set retired_at = now()
   where source_id = $1::int and key = any ($2::text[]) and retired_at is null
  returning 1
)
select count(*)::int as written from retired
