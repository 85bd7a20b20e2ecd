-- Decides on suggestions.
--
-- $1 filter  jsonb  which ones, as in list-suggestions.sql
-- $2 status  text   what they become
-- $3 actor   text   as in the audit log
-- $4 reason  text   null: none
-- $5 most    int    no more than so many
-- →  asset_id bigint, public_id uuid, namespace text, changed int, is_restated boolean (what is confirmed changed)
--
-- Rows are locked in order of id. Reads asset and namespace (catalog).
with chosen as (
  select suggestion.id, suggestion.status
    from classification_suggestion suggestion
   where suggestion_fits(suggestion, $1::jsonb) and suggestion.status <> $2::text
   order by suggestion.id
   limit $5::int
     for update
), decided as (
  update classification_suggestion suggestion
     set status = $2::text,
         decided_by = case when $2::text = 'SUGGESTED' then null else $3::text end,
         decided_at = case when $2::text = 'SUGGESTED' then null else now() end,
         decision_reason = case when $2::text = 'SUGGESTED' then null else $4::text end
    from chosen
   where suggestion.id = chosen.id
  returning suggestion.asset_id, chosen.status = 'CONFIRMED' or $2::text = 'CONFIRMED' as is_restated
)
select decided.asset_id, asset.public_id, namespace.name as namespace, count(*)::int as changed,
       bool_or(decided.is_restated) as is_restated
  from decided
  join asset on asset.id = decided.asset_id
  join namespace on namespace.id = asset.namespace_id
 group by decided.asset_id, asset.public_id, namespace.name
 order by decided.asset_id
