-- Who waits for whom, at each of many jobs: its own edges, those that it tells of, and those among its parts.
--
-- $1 job_ids  bigint[]
-- $2 first    int       edges of each job
-- →  job_id, upstream_id, downstream_id bigint, dependency, trigger_rule text, last_seen timestamptz
--    in order of the names of the upstream and the downstream job; said by several, the latest counts
--
-- Reads job_parent_idx and all indexes of control_edge.
select want.job_id, edge.upstream_id, edge.downstream_id, edge.dependency, edge.trigger_rule, edge.last_seen
  from unnest($1::bigint[]) as want (job_id)
 cross join lateral (
         select distinct on (upstream.name, downstream.name, found.upstream_id, found.downstream_id) found.*
           from (select * from control_edge where upstream_id = want.job_id
                 union
                 select * from control_edge where downstream_id = want.job_id
                 union
                 select * from control_edge where said_by = want.job_id
                 union
                 select edge.*
                   from job part
                   join control_edge edge on edge.upstream_id = part.id
                  where part.parent_id = want.job_id) as found
           join job upstream on upstream.id = found.upstream_id
           join job downstream on downstream.id = found.downstream_id
          order by upstream.name, downstream.name, found.upstream_id, found.downstream_id, found.last_seen desc
          limit $2::int) as edge
