-- The catalog's own numbers for ids that clients know; ids of merged assets give what they became.
--
-- $1 public_ids  uuid[]
-- →  public_id uuid (as asked), id bigint; nothing for an id that is not known
select want.public_id, coalesce(asset.id, asset_redirect.asset_id) as id
  from unnest($1::uuid[]) as want (public_id)
  left join asset on asset.public_id = want.public_id
  left join asset_redirect on asset_redirect.old_public_id = want.public_id
 where coalesce(asset.id, asset_redirect.asset_id) is not null
