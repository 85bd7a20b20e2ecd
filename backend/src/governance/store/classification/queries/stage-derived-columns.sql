-- Sums up, for the catalog to show, what arrives at the columns for which that has changed.
--
-- →  written int
--
-- Writes stage_derived_column (catalog). A category is pseudonymised when no plain value of it arrives.
with added as (
  insert into stage_derived_column (column_id, level, categories, subtypes)
  select changed.column_id, nullif(max(atom.level), 0),
         array_agg(distinct atom.category order by atom.category) filter (where atom.category <> ''),
         nullif(coalesce(array_agg(distinct atom.subtype order by atom.subtype) filter (where atom.subtype <> ''), '{}')
                || case when bool_and(atom.is_pseudonymised) filter (where atom.category <> '')
                        then array['pseudonymised'] else '{}' end, '{}')
    from stage_changed changed
    left join derived_classification derived on derived.column_id = changed.column_id and derived.hops <= 20
    left join classification_atom atom on atom.id = derived.atom_id
   group by changed.column_id
  returning 1
)
select count(*)::int as written from added
