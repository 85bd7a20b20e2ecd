-- The assets that are fed by an asset directly, counted by type.
--
-- $1 asset_id  bigint
-- $2 text      text    part of the display name or the name, whatever the case; empty for all
-- →  value text, count int   most frequent first
--
-- Reads lineage_edge's primary key.
select asset.type as value, count(*)::int as count
  from asset
 where asset.id in (select downstream_id from lineage_edge where upstream_id = $1::bigint)
   and ($2::text = '' or strpos(lower(asset.display_name), lower($2)) > 0 or strpos(lower(asset.name), lower($2)) > 0)
 group by asset.type
 order by count desc, asset.type
