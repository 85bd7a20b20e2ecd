-- From when to when a job is late, kept so that a list of thousands of jobs need not read twenty runs of each. Whoever
-- writes runs puts their jobs into job_stir in the same transaction; for those, and for jobs that have never been
-- computed, the answer is computed when it is asked for.
create table job_lateness (
  job_id     bigint primary key references job on delete cascade,
  late_from  timestamptz,                          -- null: it has no rhythm, or is a stream
  late_until timestamptz
);
create table job_stir (
  job_id bigint primary key references job on delete cascade
);

drop function job_rhythm(bigint, text);
create function job_rhythm(job bigint, processing_type text)
returns table (last_start timestamptz, usual interval, expected_at timestamptz, late_from timestamptz,
               late_until timestamptz, is_late boolean)
language sql stable parallel safe as $$
  select last_start, usual, last_start + usual, late_from, late_until,
         late_from is not null and now() > late_from and now() < late_until
    from (
      select last_start, usual,
             case when has_rhythm then last_start + longest + greatest(interval '10 minutes', longest / 10) end as late_from,
             case when has_rhythm then last_start + greatest(interval '14 days', longest * 30) end as late_until
        from (
          select max(started_at) as last_start,
                 count(*) >= 4 and coalesce(processing_type, '') not in ('STREAMING', 'SERVICE') as has_rhythm,
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
        ) as measured
    ) as rhythm
$$;
