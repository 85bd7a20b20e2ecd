-- Edges among a set of assets, one place in each array per statement of a source.
--
-- $1 ids  bigint[]   at most 5000
-- →  one row of json arrays: upstream_ids, downstream_ids (bigint), kinds, job_ids (bigint), sources, transformations;
--    statements of one pair of assets come together; null instead of arrays when there is no edge
--
-- Enters by the downstream end; `materialized` keeps the planner from turning that around: assets have few parents, but
-- some have thousands of children. One scan over all of them costs half of 500 nested ones. Arrays of json, because one
-- text is read several times faster than the fields of 1,000 rows.
-- Reads lineage_edge_upstream_idx.
with entering as materialized (
  select upstream_id, downstream_id, kind, job_id, source_id, transformation
    from lineage_edge
   where downstream_id = any ($1::bigint[])
), among as (
  select entering.*, source.label
    from entering
    join unnest($1::bigint[]) as place (id) on place.id = entering.upstream_id
    join source on source.id = entering.source_id
   order by entering.upstream_id, entering.downstream_id, source.label
)
select json_agg(upstream_id) as upstream_ids, json_agg(downstream_id) as downstream_ids, json_agg(kind) as kinds,
       json_agg(job_id) as job_ids, json_agg(label) as sources, json_agg(transformation) as transformations
  from among
