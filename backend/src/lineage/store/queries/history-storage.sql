-- How much room history takes, by kind.
--
-- →  kind text (EDGES, COLUMN_EDGES, FACTS), bytes float8, rows float8    in that order; rows as the last ANALYZE counted
--    them, null before the first
--
-- Sizes come from the file system and counts from statistics: nothing is read.
select said.kind, pg_catalog.pg_total_relation_size(kept.oid)::float8 as bytes,
       case when kept.reltuples >= 0 then kept.reltuples::float8 end as rows
  from (values (1, 'EDGES', 'lineage_edge_history'), (2, 'COLUMN_EDGES', 'column_edge_history'),
               (3, 'FACTS', 'assertion_history')) as said (place, kind, name)
  join pg_catalog.pg_class kept on kept.oid = ('public.' || said.name)::regclass
 order by said.place
