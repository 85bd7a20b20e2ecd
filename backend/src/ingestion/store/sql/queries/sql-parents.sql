-- What feeds each of some assets, with its columns as far as they are known.
--
-- $1 asset_ids  bigint[]
-- →  asset_id bigint, public_id uuid, name text, display_name text, type text, platform text, columns text[],
--    is_complete boolean, sql_columns text[], sql_is_complete boolean    in order of asset_id, name
--    is_complete: a source that lists every column has done so; sql_…: what its own SQL gives, or null
--
-- Reads asset, asset_column, assertion and source (catalog), lineage_edge (lineage).
select distinct on (edge.downstream_id, parent.name, parent.id)
       edge.downstream_id as asset_id, parent.public_id, parent.name, parent.display_name, parent.type, parent.platform,
       array(select path from asset_column
              where asset_id = parent.id and is_declared order by ordinal) as columns,
       exists (select from assertion
                 join source on source.id = assertion.source_id and source.kind not in ('dbt', 'sql')
                where assertion.asset_id = parent.id and assertion.key not like 'curate:%'
                  and jsonb_array_length(assertion.facts -> 'columns') > 0) as is_complete,
       asset_sql.columns as sql_columns, asset_sql.is_complete as sql_is_complete
  from lineage_edge edge
  join asset parent on parent.id = edge.upstream_id
  left join asset_sql on asset_sql.asset_id = parent.id
 where edge.downstream_id = any ($1::bigint[])
 order by edge.downstream_id, parent.name, parent.id
