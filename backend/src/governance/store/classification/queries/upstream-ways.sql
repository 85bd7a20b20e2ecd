-- The column edges by which classifications can have come to a column, from all that is upstream of it.
--
-- $1 column_id  bigint
-- $2 most       int      edges, one more than are looked at
-- →  upstream_id bigint, downstream_id bigint, effect text (KEEP, PSEUDONYMISE, DROP: the least masking of several)
--
-- Goes only where something is classified, so that a large catalog costs no more than what it can explain. A measure
-- whose rows are grouped by something personal keeps what it measures. Reads asset_column (catalog) and column_edge
-- (lineage) by column_edge_upstream_idx.
with recursive fed (column_id) as (
    select $1::bigint
  union
    select next.upstream_id
      from fed
     cross join lateral (
             select edge.upstream_id
               from column_edge edge
               join asset_column feeder on feeder.id = edge.upstream_id
              where edge.downstream_id = fed.column_id and edge.kind = 'DIRECT'
                and (feeder.class_level is not null or feeder.class_categories <> '{}' or feeder.derived_level is not null
                     or coalesce(feeder.derived_categories, '{}') <> '{}')
             offset 0) as next
)
select edge.upstream_id, edge.downstream_id,
       (array['KEEP', 'PSEUDONYMISE', 'DROP'])[min(case effect.name when 'KEEP' then 1 when 'PSEUDONYMISE' then 2
          when 'MEASURE' then case when grouped.is_by_person then 1 else 3 end else 3 end)] as effect
  from fed
  join column_edge edge on edge.downstream_id = fed.column_id and edge.kind = 'DIRECT'
  join fed feeder on feeder.column_id = edge.upstream_id
  join asset_column carrier on carrier.id = edge.upstream_id
  join asset_column entered on entered.id = edge.downstream_id and entered.class_exact is not true
 cross join lateral (
         select edge_effect(edge.kind, edge.subtype, edge.masking, edge.masking_kind, edge.function) as name) as effect
 cross join lateral (
         select effect.name = 'MEASURE' and exists (
                  select from column_edge grouping
                    join asset_column person on person.id = grouping.upstream_id
                    join asset_column beside on beside.id = grouping.downstream_id and beside.asset_id = entered.asset_id
                   where grouping.assertion_id = edge.assertion_id and grouping.kind = 'INDIRECT'
                     and grouping.subtype = 'GROUP_BY'
                     and (person.class_categories || person.derived_categories) && array['PII', 'PHI']) as is_by_person
       ) as grouped
 where not exists (select from propagation_block block
                    where block.upstream_id = edge.upstream_id and block.downstream_id = edge.downstream_id
                      and (block.categories = '{}'
                           or block.categories @> (carrier.class_categories || coalesce(carrier.derived_categories, '{}'))))
 group by edge.upstream_id, edge.downstream_id
 order by edge.upstream_id, edge.downstream_id
 limit $2::int
