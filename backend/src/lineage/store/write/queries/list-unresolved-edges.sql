-- Staged edges that cannot become edges as they are said, for the report.
--
-- →  key text, upstream text, downstream text, problem text    the statement; the ends as said
--    problem: SELF (both ends are one asset), UNKNOWN (nobody has said the key of an end yet), COLUMN: the same of columns
--
-- Reads stage_statement and stage_ref (catalog).
with said as (
  select statement_no, upstream_ref, downstream_ref, false as is_column from stage_edge
  union all
  select distinct statement_no, upstream_ref, downstream_ref, true from stage_column_edge
)
select statement.key, coalesce(upstream.raw_name, upstream.key) as upstream,
       coalesce(downstream.raw_name, downstream.key) as downstream,
       case when upstream.asset_id = downstream.asset_id then 'SELF'
            when upstream.asset_id is null and upstream.kind = 'ID' or downstream.asset_id is null and downstream.kind = 'ID'
            then 'GONE' else 'UNKNOWN' end as problem
  from said
  join stage_statement statement on statement.no = said.statement_no and statement.outcome in ('NEW', 'CHANGED')
  join stage_ref upstream on upstream.no = said.upstream_ref
  join stage_ref downstream on downstream.no = said.downstream_ref
 where (upstream.asset_id = downstream.asset_id and not said.is_column)
    or (not said.is_column and (upstream.asset_id is null or downstream.asset_id is null))
 order by said.statement_no
