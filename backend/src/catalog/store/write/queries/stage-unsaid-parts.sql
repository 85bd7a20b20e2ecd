-- Stages for closing what sources that tell parts of a complete patch said before, and it does not.
--
-- $1 kinds        text[]       of those sources
-- $2 name         text         of the source whose patch it is
-- $3 scope        text
-- $4 reason       text
-- $5 observed_at  timestamptz  when the patch was made; what was seen later stands
-- →  nothing
insert into stage_closed (assertion_id, key, asset_id, reason)
select assertion.id, assertion.key, assertion.asset_id, $4::text
  from source
  join assertion on assertion.source_id = source.id
 where source.kind = any ($1::text[]) and source.name = $2::text and source.scope = $3::text
   and assertion.observed_at <= $5::timestamptz
   and not exists (select from stage_seen where stage_seen.key = assertion.key)
on conflict do nothing
