-- What one person or token has said so far, under given keys or about given assets.
--
-- $1 kind       text        person, token
-- $2 name       text        their id
-- $3 keys       text[]
-- $4 asset_ids  bigint[]
-- →  key text, asset_id bigint, public_id uuid, facts jsonb, upstream_ids bigint[]    in order of key
--
-- Reads source, assertion and asset (catalog), lineage_edge (lineage); enters by assertion's unique (source_id, key) and assertion_asset_idx.
select assertion.key, assertion.asset_id, asset.public_id, assertion.facts,
       array(select edge.upstream_id from lineage_edge edge
              where edge.assertion_id = assertion.id and edge.downstream_id = assertion.asset_id
              order by edge.upstream_id) as upstream_ids
  from source
  join assertion on assertion.source_id = source.id
   and (assertion.key = any ($3::text[]) or assertion.asset_id = any ($4::bigint[]))
  join asset on asset.id = assertion.asset_id
 where source.kind = $1::text and source.name = $2::text and source.scope = ''
 order by assertion.key
