-- Stores what runs read and wrote, as their events fold.
--
-- $1 rows  json  [{ run_id, dataset_id, direction, last_us, last_hash, row_count, byte_count, file_count, version, facets,
--                   use_facets }]    last_us in microseconds since 1970
-- →  nothing
insert into run_dataset (run_id, dataset_id, direction, last_us, last_hash, row_count, byte_count, file_count, version,
                         facets, use_facets)
select run_id, dataset_id, direction, last_us, last_hash, row_count, byte_count, file_count, version, facets, use_facets
  from json_to_recordset($1::json) as used (
    run_id bigint, dataset_id bigint, direction text, last_us bigint, last_hash text, row_count bigint, byte_count bigint,
    file_count bigint, version text, facets jsonb, use_facets jsonb)
on conflict (run_id, direction, dataset_id) do update
   set last_us = excluded.last_us, last_hash = excluded.last_hash, row_count = excluded.row_count,
       byte_count = excluded.byte_count, file_count = excluded.file_count, version = excluded.version,
       facets = excluded.facets, use_facets = excluded.use_facets
