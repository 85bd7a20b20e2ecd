-- Changes that an effect has not read yet.
--
-- $1 name  text
-- →  waiting int    one row; 0 for an effect that is not known
select count(*)::int as waiting
  from change_log
 where seq > (select seq from effect_progress where name = $1::text)
