-- Stages for closing what the source says is gone.
--
-- $1 source_id  int
-- $2 keys       text[]
-- $3 reasons    text[]
-- →  nothing
insert into stage_closed (assertion_id, key, asset_id, reason)
select assertion.id, assertion.key, assertion.asset_id, removed.reason
  from unnest($2::text[], $3::text[]) as removed (key, reason)
  join assertion on assertion.source_id = $1::int and assertion.key = removed.key
on conflict do nothing
