-- How much room the raw events take, day by day.
--
-- →  day date (null: the partition for days that nobody made ahead), bytes float8, events float8    the latest day first,
--    null last; days that hold nothing are left out; events as the last ANALYZE counted them, null before the first
--
-- Sizes come from the file system and counts from statistics: nothing is read.
select case when child.relname ~ '^event_inbox_[0-9]{8}$' then to_date(right(child.relname, 8), 'YYYYMMDD')::text end as day,
       pg_total_relation_size(child.oid)::float8 as bytes,
       case when child.reltuples >= 0 then child.reltuples::float8 end as events
  from pg_inherits
  join pg_class child on child.oid = pg_inherits.inhrelid
 where pg_inherits.inhparent = 'event_inbox'::regclass
   and pg_relation_size(child.oid) > 0
 order by day desc nulls last
