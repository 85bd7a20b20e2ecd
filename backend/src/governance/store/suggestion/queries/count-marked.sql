-- How many columns further down would be marked, were suggestions confirmed now.
--
-- $1 selections  jsonb   [{ … }]: filters as in list-suggestions.sql, each counted for itself
-- →  position int (from 1), columns int, some bigint[] (up to 50 of their ids, ascending)
--    selections that would mark nothing are left out
--
-- Walks as propagation does (spread-labels.sql), without its limit of hops; a measure counts when its rows are grouped
-- by something that is personal already. UNION keeps each column once. Reads asset_column (catalog) and column_edge
-- (lineage) by its primary key.
with recursive selection as (
  select position::int, wanted from jsonb_array_elements($1::jsonb) with ordinality as given (wanted, position)
), seed as (
  select distinct selection.position, own.id as column_id, suggestion.category, coalesce(suggestion.level, 0) as level
    from selection
    join classification_suggestion suggestion on suggestion_fits(suggestion, selection.wanted)
    join asset_column own on own.asset_id = suggestion.asset_id and own.path = suggestion.column_path
), reached (position, column_id, category, level) as (
    select position, column_id, category, level from seed
  union
    select reached.position, next.downstream_id, reached.category, reached.level
      from reached
     cross join lateral (
             select edge.downstream_id
               from column_edge edge
               join asset_column entered on entered.id = edge.downstream_id and entered.class_exact is not true
              where edge.upstream_id = reached.column_id
                and case edge_effect(edge.kind, edge.subtype, edge.masking, edge.masking_kind, edge.function)
                      when 'KEEP' then true
                      when 'PSEUDONYMISE' then true
                      when 'MEASURE' then exists (
                        select from column_edge grouping
                          join asset_column person on person.id = grouping.upstream_id
                          join asset_column beside on beside.id = grouping.downstream_id
                         where grouping.assertion_id = edge.assertion_id and grouping.kind = 'INDIRECT'
                           and grouping.subtype = 'GROUP_BY' and beside.asset_id = entered.asset_id
                           and (person.class_categories || person.derived_categories) && array['PII', 'PHI'])
                      else false
                    end
                and not exists (
                      select from propagation_block block
                       where block.upstream_id = edge.upstream_id and block.downstream_id = edge.downstream_id
                         and (block.categories = '{}' or reached.category = any (block.categories)))
             offset 0) as next
)
select reached.position, count(distinct reached.column_id)::int as columns,
       (array_agg(distinct reached.column_id))[1:50]::text[] as some
  from reached
  join asset_column own on own.id = reached.column_id
 where not exists (select from seed where seed.position = reached.position and seed.column_id = reached.column_id)
   and case when reached.category = '' then coalesce(greatest(own.class_level, own.derived_level), 0) < reached.level
            else reached.category <> all (own.class_categories || coalesce(own.derived_categories, '{}')) end
 group by reached.position
