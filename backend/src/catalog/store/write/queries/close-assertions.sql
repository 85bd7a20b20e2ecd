-- Ends the staged assertions; their history is written and their edges are closed by then.
--
-- →  written int
with ended as (
  delete from assertion where id in (select assertion_id from stage_closed) returning 1
)
select count(*)::int as written from ended
