-- For each asset the column that makes it as strict as it is, by what follows from lineage.
--
-- $1 asset_ids  bigint[]
-- →  asset_id bigint, column_id bigint    assets without derived columns are left out
--
-- Reads asset and asset_column (catalog).
select distinct on (own.asset_id) own.asset_id, own.id as column_id
  from asset_column own
  join asset on asset.id = own.asset_id
  join derived_classification derived on derived.column_id = own.id and derived.hops <= 20
  join classification_atom atom on atom.id = derived.atom_id
 where own.asset_id = any ($1::bigint[])
   and (atom.level > coalesce(asset.class_level, 0) or (atom.category <> '' and atom.category <> all (asset.class_categories)))
 order by own.asset_id, atom.category = 'PHI' desc, atom.category = 'PII' desc, atom.category <> '' desc,
          atom.is_pseudonymised, atom.level desc, derived.hops, own.ordinal, own.id
