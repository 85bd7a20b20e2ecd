-- Drops the waiting edges of statements that speak of lineage again.
--
-- →  written int
with forgotten as (
  delete from pending_lineage
   where assertion_id in (select assertion_id from stage_statement
                           where outcome = 'CHANGED' and (says_edges or says_column_edges))
  returning 1
)
select count(*)::int as written from forgotten
