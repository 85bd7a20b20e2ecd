-- How many suggestions fit, and how many assets they are about.
--
-- $1 filter  jsonb    as in list-suggestions.sql
-- →  count int, assets int
select count(*)::int as count, count(distinct asset_id)::int as assets
  from classification_suggestion suggestion
 where suggestion_fits(suggestion, $1::jsonb)
