-- Statements that passed the gate as unchanged though another transaction has changed them since.
--
-- $1 source_id  int    null when the source is new
-- →  stale int
select count(*)::int as stale
  from stage_seen
 where is_unchanged
   and not exists (select from assertion
                    where assertion.source_id = $1::int and assertion.key = stage_seen.key and assertion.hash = stage_seen.hash)
