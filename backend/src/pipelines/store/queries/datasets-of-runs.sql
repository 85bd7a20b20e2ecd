-- What runs read and wrote.
--
-- $1 run_ids  bigint[]
-- →  run_id, dataset_id bigint, direction text, namespace text, name text, asset_id bigint, row_count bigint, byte_count bigint,
--    file_count bigint, version text    inputs first, then in order of name
select used.run_id, used.dataset_id, used.direction, dataset.namespace, dataset.name, dataset.asset_id, used.row_count, used.byte_count,
       used.file_count, used.version
  from run_dataset used
  join pipeline_dataset dataset on dataset.id = used.dataset_id
 where used.run_id = any ($1::bigint[])
 order by used.run_id, used.direction, dataset.namespace, dataset.name
