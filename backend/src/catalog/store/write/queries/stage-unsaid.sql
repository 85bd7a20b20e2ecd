-- Stages for closing what the source no longer says, in a patch that is its whole truth.
--
-- $1 source_id  int
-- $2 reason     text
-- →  closing int, standing int    assertions to close, and all that the source makes
with unsaid as (
  insert into stage_closed (assertion_id, key, asset_id, reason)
  select assertion.id, assertion.key, assertion.asset_id, $2::text
    from assertion
   where assertion.source_id = $1::int
     and not exists (select from stage_seen where stage_seen.key = assertion.key)
  on conflict do nothing
  returning 1
)
select (select count(*) from unsaid)::int as closing,
       (select count(*) from assertion where source_id = $1::int)::int as standing
