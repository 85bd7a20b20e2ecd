-- Lifts a restriction.
--
-- $1 id  uuid
-- →  id uuid    no row: there is none
with lifted as (
  delete from restriction where id = $1::uuid returning id
)
select id from lifted
