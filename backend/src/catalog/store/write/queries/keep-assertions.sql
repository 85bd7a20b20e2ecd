-- Puts what sources said before into the history: of changed statements and of closed assertions.
--
-- $1 observed_at  timestamptz
-- $2 delivery_id  bigint       or null
-- →  written int
with past as (
  select assertion_id from stage_closed
  union
  select statement.assertion_id
    from stage_statement statement
    join assertion on assertion.id = statement.assertion_id
   where statement.outcome = 'CHANGED'
     and (statement.facts <> assertion.facts or statement.asset_id <> assertion.asset_id)
), kept as (
  insert into assertion_history (assertion_id, source_id, key, asset_id, facts, observed_at, closed_at, closed_by)
  select assertion.id, assertion.source_id, assertion.key, assertion.asset_id, assertion.facts, assertion.observed_at,
         greatest(assertion.observed_at, $1::timestamptz), $2::bigint
    from past
    join assertion on assertion.id = past.assertion_id
  returning 1
)
select count(*)::int as written from kept
