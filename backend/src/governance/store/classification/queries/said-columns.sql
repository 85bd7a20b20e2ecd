-- Of some columns those that somebody classified, with where they are.
--
-- $1 column_ids  bigint[]
-- →  id bigint, asset_id bigint, path text, level smallint, categories text[]    in order of id; level null: columns that
--                                                                              only pass on what others say
--
-- Reads asset_column (catalog).
select id, asset_id, path, class_level as level, class_categories as categories
  from asset_column
 where id = any ($1::bigint[])
 order by id
