-- What was found in the SQL of each of some assets.
--
-- $1 asset_ids  bigint[]
-- →  asset_id bigint, result jsonb (SqlAnalysis), analyzed_at timestamptz   none for an asset without SQL
select asset_sql.asset_id, analysis.result, asset_sql.analyzed_at
  from asset_sql
  join sql_analysis analysis on analysis.hash = asset_sql.hash
 where asset_sql.asset_id = any ($1::bigint[])
