-- Effects that have changes to read.
--
-- →  name text    in no order
select name from effect_progress where seq < (select max(seq) from change_log)
