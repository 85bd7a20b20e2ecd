-- What became of each staged statement, for the report.
--
-- $1 source_id  int
-- →  key text, asset_id bigint, outcome text, rule text, raw_name text, was text, is_shared boolean,
--    stub_reason text
--    in the order of the patch; rule and raw_name as in stage_ref; was: the asset's status before; is_shared: an earlier
--    statement of the same source speaks of the same asset
--
-- Runs before the projection, so that the status is still the one before.
with first_speaker as (
  select assertion.asset_id, min(assertion.id) as id
    from assertion
   where assertion.source_id = $1::int and assertion.vouches
     and assertion.asset_id in (select asset_id from stage_statement where outcome = 'NEW')
   group by assertion.asset_id
)
select statement.key, statement.asset_id, statement.outcome, ref.rule, ref.raw_name, asset.status as was,
       coalesce(first_speaker.id < statement.assertion_id, false) as is_shared, statement.facts ->> 'stubReason' as stub_reason
  from stage_statement statement
  join stage_ref ref on ref.no = statement.subject_ref
  left join asset on asset.id = statement.asset_id
  left join first_speaker on first_speaker.asset_id = statement.asset_id and statement.outcome = 'NEW'
 order by statement.no
