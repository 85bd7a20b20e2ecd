-- Runs by id.
--
-- $1 ids          bigint[]
-- $2 stale_after  interval   without an event for so long a run that has not ended is stale
-- →  one row per run, in no order
select run.id, run.public_id, run.job_id, run.parent_id, run.root_id,
       run_status(run.state, run.last_event_at, job.processing_type, $2::interval) as state,
       run.started_at, run.ended_at, run.nominal_start, run.nominal_end, run.last_event_at, run.attempt, run.producer,
       run.error, run.error_stack, run.rows_read, run.rows_written, run.bytes_written, run.metrics
  from run
  join job on job.id = run.job_id
 where run.id = any ($1::bigint[])
