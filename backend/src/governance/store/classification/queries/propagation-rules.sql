-- All atoms, the columns that nothing enters, and the edges that stewards have closed.
--
-- →  atoms jsonb [{ id, category, pseudonymisedId, droppedId }], exact jsonb [column id],
--    blocks jsonb [{ upstreamId, downstreamId, categories }]
--
-- Reads asset_column by asset_column_exact_idx (catalog).
select (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'category', category, 'pseudonymisedId', pseudonymised_id,
                                                     'droppedId', dropped_id) order by id), '[]')
          from classification_atom) as atoms,
       (select coalesce(jsonb_agg(id), '[]') from asset_column where class_exact) as exact,
       (select coalesce(jsonb_agg(jsonb_build_object('upstreamId', upstream_id, 'downstreamId', downstream_id,
                                                     'categories', categories)), '[]')
          from propagation_block) as blocks
