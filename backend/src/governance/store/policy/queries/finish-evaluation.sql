-- Notes that everything was evaluated, and what came of it; the last 1,000 are kept.
--
-- $1 wanted      bigint       as it was when it began
-- $2 trigger     text         POLICY, NIGHTLY, MANUAL
-- $3 started_at  timestamptz
-- $4 counts      jsonb        { assets, opened, reopened, resolved, waived, unknown }
-- → nothing
with done as (
  update policy_state
     set evaluated = greatest(evaluated, $1::bigint), evaluated_at = now()
), noted as (
  insert into policy_run (trigger, started_at, assets, opened, reopened, resolved, waived, unknown)
  select $2::text, $3::timestamptz, assets, opened, reopened, resolved, waived, unknown
    from jsonb_to_record($4::jsonb)
      as counts (assets int, opened int, reopened int, resolved int, waived int, unknown int)
)
delete from policy_run where id <= (select max(id) from policy_run) - 1000
