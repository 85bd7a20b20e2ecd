-- Forgets what was read out of SQL; the column edges that came of it stay until their source is removed.
drop table asset_sql, sql_analysis, sql_queue;
