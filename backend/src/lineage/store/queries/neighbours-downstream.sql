-- A page of the assets that are fed by an asset directly.
--
-- $1 asset_id    bigint
-- $2 text        text    part of the display name or the name, whatever the case; empty for all
-- $3 first       int     1..101
-- $4 after_name  text    display name and id of the last one of the page before; null for the first page
-- $5 after_id    bigint
-- →  id bigint, display_name text   in order of display name, then id
--
-- Reads lineage_edge's primary key. A hub's neighbours are all looked at: names are not in the edge.
select asset.id, asset.display_name
  from asset
 where asset.id in (select downstream_id from lineage_edge where upstream_id = $1::bigint)
   and ($2::text = '' or strpos(lower(asset.display_name), lower($2)) > 0 or strpos(lower(asset.name), lower($2)) > 0)
   and ($4::text is null or (asset.display_name, asset.id) > ($4::text, $5::bigint))
 order by asset.display_name, asset.id
 limit $3::int
