-- Takes back 1764000000083-job-lateness.up.sql.
drop table job_stir, job_lateness;
drop function job_rhythm(bigint, text);
create function job_rhythm(job bigint, processing_type text)
returns table (last_start timestamptz, usual interval, expected_at timestamptz, is_late boolean)
language sql stable parallel safe as $$
  select last_start, usual, last_start + usual,
         starts >= 4 and coalesce(processing_type, '') not in ('STREAMING', 'SERVICE')
           and now() > last_start + longest + greatest(interval '10 minutes', longest / 10)
           and now() < last_start + greatest(interval '14 days', longest * 30)
    from (
      select max(started_at) as last_start, count(*) as starts,
             percentile_cont(0.5) within group (order by gap) as usual,
             percentile_disc(0.9) within group (order by gap) as longest
        from (
          select started_at, started_at - lead(started_at) over (order by started_at desc) as gap
            from (
              select run.started_at
                from run
               where run.job_id = job and run.started_at is not null
               order by run.started_at desc nulls last, run.id desc
               limit 20
            ) as recent
        ) as spaced
    ) as rhythm
$$;
