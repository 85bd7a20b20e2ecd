-- What became of each staged statement, for the report.
--
-- $1 source_id  int
-- →  key text, asset_id bigint, outcome text, rule text, raw_name text, was text, is_shared boolean
--    in the order of the patch; rule and raw_name as in stage_ref; was: the asset's status before; is_shared: an earlier
--    statement of the same source speaks of the same asset
--
-- Runs before the projection, so that the status is still the one before.
select statement.key, statement.asset_id, statement.outcome, ref.rule, ref.raw_name, asset.status as was,
       exists (select from assertion earlier
                where earlier.asset_id = statement.asset_id and earlier.source_id = $1::int
                  and earlier.id < statement.assertion_id and earlier.vouches) as is_shared
  from stage_statement statement
  join stage_ref ref on ref.no = statement.subject_ref
  left join asset on asset.id = statement.asset_id
 order by statement.no
