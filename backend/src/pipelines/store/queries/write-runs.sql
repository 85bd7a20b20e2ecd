-- Stores runs as their events fold; a run's parent may be among them.
--
-- $1 runs  json  [RunRow]    times in microseconds since 1970
-- →  nothing
insert into run (id, public_id, raw_id, job_id, parent_id, root_id, state, started_at, ended_at, nominal_start, nominal_end,
                 last_event_at, event_count, producer, error, error_stack, rows_read, rows_written, bytes_written, attempt,
                 metrics, version_id, facets, fold)
select id, public_id, raw_id, job_id, parent_id, root_id, state,
       timestamptz 'epoch' + started_us * interval '1 microsecond',
       timestamptz 'epoch' + ended_us * interval '1 microsecond',
       timestamptz 'epoch' + nominal_start_us * interval '1 microsecond',
       timestamptz 'epoch' + nominal_end_us * interval '1 microsecond',
       timestamptz 'epoch' + last_event_us * interval '1 microsecond',
       event_count, producer, error, error_stack, rows_read, rows_written, bytes_written, attempt, metrics, version_id,
       facets, fold
  from json_to_recordset($1::json) as run (
    id bigint, public_id uuid, raw_id text, job_id bigint, parent_id bigint, root_id bigint, state text, started_us bigint,
    ended_us bigint, nominal_start_us bigint, nominal_end_us bigint, last_event_us bigint, event_count int, producer text,
    error text, error_stack text, rows_read bigint, rows_written bigint, bytes_written bigint, attempt int, metrics jsonb,
    version_id bigint, facets jsonb, fold jsonb)
on conflict (id) do update
   set raw_id = excluded.raw_id, job_id = excluded.job_id, parent_id = excluded.parent_id, root_id = excluded.root_id,
       state = excluded.state, started_at = excluded.started_at, ended_at = excluded.ended_at,
       nominal_start = excluded.nominal_start, nominal_end = excluded.nominal_end,
       last_event_at = excluded.last_event_at, event_count = excluded.event_count, producer = excluded.producer,
       error = excluded.error, error_stack = excluded.error_stack, rows_read = excluded.rows_read,
       rows_written = excluded.rows_written, bytes_written = excluded.bytes_written, attempt = excluded.attempt,
       metrics = excluded.metrics, version_id = excluded.version_id, facets = excluded.facets, fold = excluded.fold
