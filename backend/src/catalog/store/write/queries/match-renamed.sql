-- Resolves the subject of a statement by its key: what its source calls the same thing has got another name.
--
-- $1 source_id  int
-- →  unresolved int    names that are still without an asset
--
-- Not when another statement still speaks of the asset under its old name, nor across namespaces: then it has moved.
-- What was said under the keys is found first, key by key, and set apart: while the tables grow, their statistics tell
-- the planner nothing, and it would rather pair every name with every asset of its namespace.
with said as materialized (
  select ref.no, ref.namespace_id, spoken.id, spoken.asset_id
    from stage_statement statement
    join stage_ref ref on ref.no = statement.subject_ref and ref.kind = 'NAME' and ref.asset_id is null
   cross join lateral (select id, asset_id from assertion
                        where source_id = $1::int and key = statement.key limit 1) as spoken
), renamed as (
  select said.no, min(said.asset_id) as asset_id
    from said
    join asset on asset.id = said.asset_id and asset.namespace_id = said.namespace_id
   where not exists (select from assertion other
                      where other.asset_id = said.asset_id and other.vouches and other.id <> said.id)
     and not exists (select from stage_ref taken
                       join stage_statement speaker on speaker.subject_ref = taken.no
                      where taken.asset_id = said.asset_id)
   group by said.no
  having count(distinct said.asset_id) = 1
), matched as (
  update stage_ref
     set asset_id = renamed.asset_id, rule = 'renamed'
    from renamed
   where renamed.no = stage_ref.no
  returning 1
)
select (select count(*) from stage_ref where kind = 'NAME' and asset_id is null)::int - (select count(*) from matched)::int as unresolved
