-- What a run that failed has not written: what it and the runs below it began to write, and what the last run of the
-- same job that completed wrote, but for what was written after all.
--
-- $1 run_id  bigint
-- →  namespace text, name text, asset_id bigint, last_run_id bigint (the latest that completed and wrote it, null for
--    none), is_recovered boolean (that one started later than the run)    in order of name
--
-- Reads run_job_idx, run_parent_idx, run_dataset's primary key and run_dataset_dataset_idx.
with recursive asked as (
  select id, job_id, state, started_at from run where id = $1::bigint
), good as (
  select run.id, run.state
    from asked
    join run on run.job_id = asked.job_id and run.state = 'COMPLETED' and run.started_at < asked.started_at
   order by run.started_at desc, run.id desc
   limit 1
), tree (is_now, id, state, depth) as (
    select * from (
      select true, id, state, 0 from asked
      union all
      select false, id, state, 0 from good
    ) as roots
  union
    select tree.is_now, run.id, run.state, tree.depth + 1
      from tree
      join run on run.parent_id = tree.id
     where tree.depth < 8
), touched as (
  select used.dataset_id, tree.is_now, tree.state = 'COMPLETED' as is_written
    from tree
    join run_dataset used on used.run_id = tree.id and used.direction = 'OUTPUT'
), missed as (
  select dataset_id from touched where is_now <> is_written
  except
  select dataset_id from touched where is_now and is_written
)
select dataset.namespace, dataset.name, dataset.asset_id, last.id as last_run_id,
       coalesce(last.started_at > asked.started_at, false) as is_recovered
  from missed
  join pipeline_dataset dataset on dataset.id = missed.dataset_id
 cross join asked
  left join lateral (
         select run.id, run.started_at
           from run_dataset used
           join run on run.id = used.run_id
          where used.dataset_id = missed.dataset_id and used.direction = 'OUTPUT' and run.state = 'COMPLETED'
          order by run.started_at desc nulls last, run.id desc
          limit 1
       ) as last on true
 order by dataset.namespace, dataset.name
