-- Lets edges that one asset makes as their job be made by another, and what still waits for an end wait for the other.
--
-- $1 from_id  bigint
-- $2 into_id  bigint
-- →  nothing
with made as (
  update lineage_edge set job_id = $2::bigint where job_id = $1::bigint
)
update pending_lineage
   set upstream_id = case when upstream_id = $1::bigint then $2::bigint else upstream_id end,
       downstream_id = case when downstream_id = $1::bigint then $2::bigint else downstream_id end,
       job_id = case when job_id = $1::bigint then $2::bigint else job_id end
 where $1::bigint in (upstream_id, downstream_id, job_id)
