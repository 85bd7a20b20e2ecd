-- Restricts an asset or a namespace.
--
-- $1 asset_id      bigint  or null
-- $2 namespace_id  int     or null; exactly one of the two is given
-- $3 reason        text
-- $4 actor         text
-- →  id uuid    no row: it is restricted already
insert into restriction (asset_id, namespace_id, reason, restricted_by)
values ($1::bigint, $2::int, $3::text, $4::text)
on conflict do nothing
returning id
