-- Those of some assets that are of given types and owners.
--
-- $1 asset_ids  bigint[]
-- $2 types      text[]    null for any
-- $3 owners     text[]    in lower case, "none" for assets without one; null for any
-- →  id bigint    in no order
--
-- Reads asset (catalog).
select id
  from asset
 where id = any ($1::bigint[])
   and ($2::text[] is null or type = any ($2))
   and ($3::text[] is null or lower(coalesce(owner, 'none')) = any ($3))
