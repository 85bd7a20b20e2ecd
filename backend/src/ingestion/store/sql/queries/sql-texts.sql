-- The SQL that makes each of some assets: its own code, otherwise that of the edges into it.
--
-- $1 asset_ids  bigint[]
-- →  asset_id bigint, public_id uuid, name text, platform text, text text (null: none), columns text[], explicit text[],
--    hash text, sql_columns text[], sql_is_complete boolean
--    columns: declared, in order; explicit: lower case, those of which another source says where they come from;
--    hash, sql_columns, sql_is_complete: of what was read last, or null
--
-- Reads asset, asset_column, assertion, source and code (catalog), lineage_edge and column_edge (lineage).
select asset.id as asset_id, asset.public_id, asset.name, asset.platform,
       case when asset.status = 'RETIRED' then null
            when own.text is not null then own.text
            else (select string_agg(distinct code.text, E';\n')
                    from lineage_edge edge
                    join code on code.hash = edge.code_hash
                   where edge.downstream_id = asset.id) end as text,
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
 where asset.id = any ($1::bigint[])
