-- Edges into an asset that are closed to propagation.
--
-- $1 asset_id  bigint
-- →  upstream_asset bigint, upstream_path, downstream_path text, categories text[], reason, actor text,
--    created_at timestamptz    at most 1,000, latest first
--
-- Reads asset_column (catalog).
select upstream.asset_id as upstream_asset, upstream.path as upstream_path, downstream.path as downstream_path,
       block.categories, block.reason, block.actor, block.created_at
  from asset_column downstream
  join propagation_block block on block.downstream_id = downstream.id
  join asset_column upstream on upstream.id = block.upstream_id
 where downstream.asset_id = $1::bigint
 order by block.created_at desc, upstream.id, downstream.id
 limit 1000
