-- Notes events as folded.
--
-- $1 events  json  [{ hash, event_id, received_at, at_us, kind, type, run_id, job_id, producer, notes }]    each hash once
-- →  nothing
insert into pipeline_event (hash, event_id, received_at, at, kind, type, run_id, job_id, producer, notes)
select hash, event_id, received_at, timestamptz 'epoch' + at_us * interval '1 microsecond', kind, type, run_id, job_id,
       producer, notes
  from json_to_recordset($1::json) as event (
    hash text, event_id bigint, received_at timestamptz, at_us bigint, kind text, type text, run_id bigint, job_id bigint,
    producer text, notes jsonb)
