-- How many assets wait for their SQL to be read.
--
-- →  waiting int
select count(*)::int as waiting from sql_queue
