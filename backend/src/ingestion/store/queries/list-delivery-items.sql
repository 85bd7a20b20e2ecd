-- What a delivery did with each thing that deserves a reason, in order.
--
-- $1 delivery_id  bigint
-- $2 outcomes     text[] or null    any of
-- $3 after_seq    int               0 for the start
-- $4 limit        int
-- →  seq int, outcome text, key text, asset_id bigint, reason text
select seq, outcome, key, asset_id, reason
  from delivery_item
 where delivery_id = $1::bigint
   and ($2::text[] is null or outcome = any ($2::text[]))
   and seq > $3::int
 order by seq
 limit $4::int
