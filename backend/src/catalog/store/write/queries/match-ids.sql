-- Resolves assets named by the catalog's own id: the internal number, or the UUID that clients know, of merged ones too.
--
-- →  nothing
update stage_ref
   set asset_id = coalesce(
         (select asset.id from asset where asset.public_id = wanted.public_id),
         (select asset_redirect.asset_id from asset_redirect where asset_redirect.old_public_id = wanted.public_id),
         (select asset.id from asset where asset.id = wanted.id)),
       rule = 'id'
  from (select no,
               case when key ~ '^[0-9a-fA-F-]{36}$' then key::uuid end as public_id,
               case when key ~ '^[0-9]{1,18}$' then key::bigint end as id
          from stage_ref where kind = 'ID') as wanted
 where wanted.no = stage_ref.no
