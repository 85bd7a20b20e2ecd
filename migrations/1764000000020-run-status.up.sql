-- State of a run as it is shown: one that has begun, has not ended and of which nobody has heard for `stale_after` is
-- STALE; streams and services go on for ever. A plain expression, so that Postgres puts it into the query that uses it.
create function run_status(state text, last_event_at timestamptz, processing_type text, stale_after interval)
returns text language sql stable parallel safe as $$
  select case when state in ('NEW', 'RUNNING') and last_event_at < now() - stale_after
                   and coalesce(processing_type, '') not in ('STREAMING', 'SERVICE')
              then 'STALE' else state end
$$;
