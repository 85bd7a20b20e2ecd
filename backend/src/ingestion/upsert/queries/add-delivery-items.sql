-- Appends lines to the report of a delivery.
--
-- $1 delivery_id  bigint
-- $2 items        json    [{ outcome, key, asset_id, reason }] in order
-- →  nothing
insert into delivery_item (delivery_id, seq, outcome, key, asset_id, reason)
select $1::bigint,
       coalesce((select max(seq) from delivery_item where delivery_id = $1::bigint), 0) + item.place::int,
       item.value ->> 'outcome', item.value ->> 'key', (item.value ->> 'asset_id')::bigint, item.value ->> 'reason'
  from json_array_elements($2::json) with ordinality as item (value, place)
