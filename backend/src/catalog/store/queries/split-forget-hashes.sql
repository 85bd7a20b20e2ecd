-- Lets what others say of an asset be understood anew when they say it next: after a split they may mean the other one.
--
-- $1 asset_ids  bigint[]
-- →  nothing
--
-- Reads lineage_edge (lineage) by its primary key and lineage_edge_upstream_idx.
update assertion set hash = ''
 where hash <> ''
   and id in (select assertion_id from lineage_edge where upstream_id = any ($1::bigint[])
              union
              select assertion_id from lineage_edge where downstream_id = any ($1::bigint[]))
