-- The code that defines each of many assets.
--
-- $1 asset_ids  bigint[]
-- →  asset_id bigint, language text, text text, hash text   nothing for an asset without code
select asset.id as asset_id, coalesce(asset.code_language, 'sql') as language, code.text, code.hash
  from asset
  join code on code.hash = asset.code_hash
 where asset.id = any ($1::bigint[])
