-- Events of a run, in order of event time.
--
-- $1 run_id  bigint
-- $2 limit   int
-- →  at timestamptz, received_at timestamptz, type text, producer text, notes jsonb
--
-- Reads pipeline_event_run_idx.
select at, received_at, type, producer, coalesce(notes, '[]') as notes
  from pipeline_event
 where run_id = $1::bigint
 order by at, hash
 limit $2::int
