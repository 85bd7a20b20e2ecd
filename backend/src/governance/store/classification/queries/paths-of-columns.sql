-- The way by which the strictest of what columns carry came to them.
--
-- $1 column_ids  bigint[]
-- →  target_id bigint, asset_id bigint, path text    each way in order, source first; none where nothing is derived
--
-- Only what the column does not say itself has to be proved. Reads asset_column (catalog).
with recursive proof as (
  select distinct on (derived.column_id) derived.column_id, derived.atom_id
    from derived_classification derived
    join classification_atom atom on atom.id = derived.atom_id
    join asset_column own on own.id = derived.column_id
   where derived.column_id = any ($1::bigint[]) and derived.hops <= 20
     and (atom.level > coalesce(own.class_level, 0) or (atom.category <> '' and atom.category <> all (own.class_categories)))
   order by derived.column_id, atom.category = 'PHI' desc, atom.category = 'PII' desc, atom.category <> '' desc,
            atom.is_pseudonymised, atom.level desc, derived.hops, derived.atom_id
), way (target_id, column_id, atom_id, step) as (
    select column_id, column_id, atom_id, 0 from proof
  union all
    select way.target_id, derived.via_id, derived.via_atom_id, way.step + 1
      from way
      join derived_classification derived on derived.column_id = way.column_id and derived.atom_id = way.atom_id
     where way.step <= 20
)
select way.target_id, asset_column.asset_id, asset_column.path
  from way
  join asset_column on asset_column.id = way.column_id
 order by way.target_id, way.step desc
