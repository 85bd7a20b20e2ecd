-- The SQL that makes each of some assets: its own code, otherwise that of the edges into it and of the jobs behind them.
--
-- $1 asset_ids  bigint[]
-- →  asset_id bigint, public_id uuid, name text, platform text, texts jsonb, columns text[], explicit text[],
--    hash text, sql_columns text[], sql_is_complete boolean
--    texts: [{ text, dialect, integration, job, isShared }], each text once, in order of text; empty: none. dialect: as its
--    producer calls it, integration: what the job says it is of, job: the name of one that runs it, all null where nobody
--    says; isShared: every job that runs it feeds other assets too
--    columns: declared, in order; explicit: lower case, those of which another source says where they come from;
--    hash, sql_columns, sql_is_complete: of what was read last, or null
--
-- Reads asset, asset_column, assertion, source and code (catalog), lineage_edge and column_edge (lineage).
select asset.id as asset_id, asset.public_id, asset.name, asset.platform,
       case when asset.status = 'RETIRED' then '[]'::jsonb
            when own.text is not null
            then jsonb_build_array(jsonb_build_object('text', own.text, 'isShared', false))
            else coalesce(into_it.texts, '[]'::jsonb) end as texts,
       array(select path from asset_column
              where asset_id = asset.id and is_declared order by ordinal) as columns,
       array(select distinct lower(downstream.path)
               from asset_column downstream
               join column_edge edge on edge.downstream_id = downstream.id
               join assertion on assertion.id = edge.assertion_id
               join source on source.id = assertion.source_id and source.kind <> 'sql'
              where downstream.asset_id = asset.id order by 1) as explicit,
       asset_sql.hash, asset_sql.columns as sql_columns, asset_sql.is_complete as sql_is_complete
  from asset
  left join code own on own.hash = asset.code_hash and coalesce(asset.code_language, 'sql') = 'sql' and asset.type <> 'JOB'
  left join asset_sql on asset_sql.asset_id = asset.id
  left join lateral (
    select jsonb_agg(jsonb_build_object('text', code.text, 'dialect', said.dialect, 'integration', said.integration,
                                        'job', said.job, 'isShared', said.is_shared) order by code.text) as texts
      from (select spoken.hash, min(spoken.job) as job, bool_and(spoken.is_shared) as is_shared,
                   min(spoken.dialect) as dialect, min(spoken.integration) as integration
              from (select edge.code_hash as hash, null as job, false as is_shared, null as dialect, null as integration
                      from lineage_edge edge
                     where edge.downstream_id = asset.id and edge.code_hash is not null
                    union
                    select job.code_hash, job.name,
                           exists (select from lineage_edge other
                                    where other.job_id = job.id and other.downstream_id <> asset.id),
                           job.properties ->> 'sqlDialect', job.properties ->> 'integration'
                      from lineage_edge edge
                      join asset job on job.id = edge.job_id
                     where edge.downstream_id = asset.id and asset.type <> 'JOB' and job.code_hash is not null
                       and coalesce(job.code_language, 'sql') = 'sql') as spoken
             group by spoken.hash) as said
      join code on code.hash = said.hash) as into_it on true
 where asset.id = any ($1::bigint[])
