-- Classified columns whose values flow unmasked into columns.
--
-- $1 ids  bigint[]
-- →  upstream_id, downstream_id    each pair once
--
-- Said or derived. Reads column_edge (lineage) and asset_column (catalog).
select distinct edge.upstream_id, edge.downstream_id
  from column_edge edge
  join asset_column upstream on upstream.id = edge.upstream_id
 where edge.downstream_id = any ($1::bigint[])
   and edge.kind = 'DIRECT'
   and not edge.masking
   and (upstream.class_level is not null or upstream.class_categories <> '{}'
        or (upstream.derived_level is not null or upstream.derived_categories is not null)
           and not coalesce('pseudonymised' = any (upstream.derived_subtypes), false))
 order by edge.downstream_id, edge.upstream_id
