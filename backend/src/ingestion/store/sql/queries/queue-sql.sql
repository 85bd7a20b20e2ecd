-- Notes assets whose SQL may have to be read again: those that changed, those that read what changed, and those that a
-- changed job makes.
--
-- $1 asset_ids  bigint[]
-- →  nothing
--
-- Reads lineage_edge (lineage) and asset (catalog).
insert into sql_queue (asset_id)
select asset.id
  from (select unnest($1::bigint[]) as id
        union
        select downstream_id from lineage_edge where upstream_id = any ($1::bigint[])
        union
        select downstream_id from lineage_edge where job_id = any ($1::bigint[])) candidate
  join asset on asset.id = candidate.id
 where (asset.code_hash is not null and coalesce(asset.code_language, 'sql') = 'sql' and asset.type <> 'JOB')
    or exists (select from lineage_edge edge where edge.downstream_id = asset.id and edge.code_hash is not null)
    or exists (select from lineage_edge edge
                 join asset job on job.id = edge.job_id
                where edge.downstream_id = asset.id and asset.type <> 'JOB' and job.code_hash is not null
                  and coalesce(job.code_language, 'sql') = 'sql')
    or exists (select from asset_sql where asset_sql.asset_id = asset.id)
 order by asset.id
on conflict do nothing
