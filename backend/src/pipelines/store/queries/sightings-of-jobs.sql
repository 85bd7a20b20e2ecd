-- When jobs were seen with another version than before, by the best evidence of each.
--
-- $1 job_ids  bigint[]
-- $2 most     int       of each job, the latest
-- →  job_id, version_id bigint, at_us float8    in order of time; microseconds since 1970
--
-- Reads job_observation_rank_idx.
select want.job_id, turn.version_id, (extract(epoch from turn.at) * 1000000)::float8 as at_us
  from unnest($1::bigint[]) as want (job_id)
 cross join lateral (
         select max(rank) as rank from job_observation where job_id = want.job_id) as best
 cross join lateral (
         select seen.version_id, seen.at, seen.key
           from (select version_id, at, key, lag(version_id) over (order by at, key) as before
                   from job_observation
                  where job_id = want.job_id and rank = best.rank) as seen
          where seen.before is distinct from seen.version_id
          order by seen.at desc, seen.key desc
          limit $2::int) as turn
 order by want.job_id, turn.at, turn.key
