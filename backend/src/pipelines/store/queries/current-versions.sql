-- What jobs read and write now: the version seen last among the best evidence.
--
-- $1 job_ids  bigint[]
-- →  job_id, version_id bigint, is_observed boolean, at timestamptz, io jsonb
--
-- Reads job_observation_rank_idx, from its end.
select wanted.job_id, best.version_id, best.rank = 0 as is_observed, best.at, version.io
  from unnest($1::bigint[]) as wanted (job_id)
 cross join lateral (
         select observation.version_id, observation.rank, observation.at
           from job_observation observation
          where observation.job_id = wanted.job_id
          order by observation.rank desc, observation.at desc, observation.key desc
          limit 1) as best
  join job_version version on version.id = best.version_id
