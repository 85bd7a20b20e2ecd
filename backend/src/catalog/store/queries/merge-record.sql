-- Remembers a merge, for its undo.
--
-- $1 from_id   bigint
-- $2 into_id   bigint
-- $3 actor     text
-- $4 reason    text
-- $5 snapshot  jsonb
-- →  nothing
insert into asset_merge (old_id, old_public_id, asset_id, actor, reason, snapshot)
select id, public_id, $2::bigint, $3::text, $4::text, $5::jsonb from asset where id = $1::bigint
