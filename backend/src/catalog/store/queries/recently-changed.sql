-- The assets that changed last.
--
-- $1 first  int
-- →  id bigint   latest change first; retired ones left out
--
-- Reads asset_updated_idx in its own order.
select id from asset where status <> 'RETIRED' order by updated_at desc, id desc limit $1::int
