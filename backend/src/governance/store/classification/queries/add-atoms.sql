-- Makes the atoms of categories and subtypes that columns are classified with, plain and behind a hash.
--
-- $1 is_full  boolean    true: of all columns; false: of the columns in the region
-- →  written int
--
-- Reads asset_column (catalog) by asset_column_said_idx.
with said as (
  select distinct category, subtype
    from asset_column
   cross join lateral unnest(class_categories) as category
   cross join lateral (
           select '' as subtype
           union all
           select subtype from unnest(class_subtypes) as subtype where split_part(subtype, '.', 1) = lower(category)) as kind
   where class_categories <> '{}'
     and ($1::boolean or asset_column.id in (select column_id from stage_region))
), fresh as (
  select category, subtype, category_floor(array[category]) as level,
         nextval(pg_get_serial_sequence('classification_atom', 'id'))::int as id,
         nextval(pg_get_serial_sequence('classification_atom', 'id'))::int as pseudonymised_id
    from said
   where not exists (select from classification_atom atom where atom.category = said.category and atom.subtype = said.subtype)
), added as (
  insert into classification_atom (id, category, subtype, is_pseudonymised, level, pseudonymised_id, dropped_id)
  select made.id, fresh.category, fresh.subtype, made.is_pseudonymised, fresh.level, fresh.pseudonymised_id, internal.id
    from fresh
   cross join lateral (values (fresh.id, false), (fresh.pseudonymised_id, true)) as made (id, is_pseudonymised)
    left join classification_atom internal on internal.category = '' and internal.level = 2 and fresh.level > 0
  returning 1
)
select count(*)::int as written from added
