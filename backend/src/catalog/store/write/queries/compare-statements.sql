-- Finds for each staged statement its asset, what its source said before, and so what becomes of it.
--
-- $1 source_id    int
-- $2 observed_at  timestamptz
-- →  changed int, lineage int    statements that say something else than before; those whose edges may differ
--
-- outcome: REFUSED (nothing is known by that key or id), OUTDATED (the source has said something since), NEW, CHANGED.
-- Columns that are not said stay as they were said before.
with compared as (
  update stage_statement
     set asset_id = found.asset_id,
         assertion_id = found.assertion_id,
         previous_asset_id = found.previous_asset_id,
         facts = case when found.columns is not null and not stage_statement.facts ? 'columns'
                      then stage_statement.facts || jsonb_build_object('columns', found.columns)
                      else stage_statement.facts end,
         outcome = case when found.asset_id is null then 'REFUSED'
                        when found.assertion_id is null then 'NEW'
                        when found.observed_at > $2::timestamptz then 'OUTDATED'
                        else 'CHANGED' end
    from (select statement.no, ref.asset_id, assertion.id as assertion_id, assertion.asset_id as previous_asset_id,
                 assertion.observed_at, assertion.facts -> 'columns' as columns
            from stage_statement statement
            join stage_ref ref on ref.no = statement.subject_ref
            left join assertion on assertion.source_id = $1::int and assertion.key = statement.key) as found
   where found.no = stage_statement.no
  returning stage_statement.outcome, stage_statement.asset_id, stage_statement.previous_asset_id,
            stage_statement.says_edges, stage_statement.says_column_edges
)
select (count(*) filter (where outcome = 'CHANGED'))::int as changed,
       (count(*) filter (where says_edges or says_column_edges or previous_asset_id <> asset_id))::int as lineage
  from compared
