-- Merges into an asset that named spellings would undo: those whose former primary spelling is among them; latest first.
--
-- $1 asset_id     bigint
-- $2 namespaces   int[]
-- $3 names        text[]    one spelling per position
-- →  old_id bigint, old_public_id uuid, merged_at timestamptz, snapshot jsonb
select merge.old_id, merge.old_public_id, merge.merged_at, merge.snapshot
  from asset_merge merge
 where merge.asset_id = $1::bigint
   and ((merge.snapshot -> 'asset' ->> 'namespace_id')::int, merge.snapshot -> 'asset' ->> 'name')
       in (select * from unnest($2::int[], $3::text[]))
 order by merge.merged_at desc
