-- The one asset whose name ends in a spelling that lacks its leading parts: orders, or public.orders.
--
-- $1 namespace  text   canonical
-- $2 name       text   the known last parts
-- →  asset_id bigint   no row when nothing or more than one asset fits
--
-- Names are compared from their end: asset_identifier_suffix_idx turns that into a prefix range.
-- The inner limit keeps an ambiguous short name from reading a whole namespace.
select min(asset_id) as asset_id
  from (
    select distinct asset_id
      from asset_identifier
     where namespace_id = (select id from namespace where name = $1) and not is_job
       and reverse(lower(name)) ~>=~ (reverse(lower($2)) || '.')
       and reverse(lower(name)) ~<~ (reverse(lower($2)) || '/')
     limit 2
  ) as found
having count(*) = 1
