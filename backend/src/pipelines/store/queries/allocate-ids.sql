-- Ids for rows that are about to be made.
--
-- $1 jobs      int
-- $2 datasets  int
-- $3 runs      int
-- →  kind text, id bigint
select 'job' as kind, nextval(pg_get_serial_sequence('job', 'id')) as id from generate_series(1, $1::int)
union all
select 'dataset', nextval(pg_get_serial_sequence('pipeline_dataset', 'id')) from generate_series(1, $2::int)
union all
select 'run', nextval(pg_get_serial_sequence('run', 'id')) from generate_series(1, $3::int)
