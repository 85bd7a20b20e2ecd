-- Suggestions that fit, by what was recognised and what it would mean.
--
-- $1 filter  jsonb  as in list-suggestions.sql
-- $2 after   jsonb  [count, pattern, proposal] of the last group of the page before; null for the first page
-- $3 first   int    1..101
-- →  the fields of SuggestionGroupRow, and total int: groups in all pages    largest first
with grouped as (
  select pattern, proposal, min(source) as source, max(level) as level, min(category) as category, min(subtype) as subtype,
         max(confidence) as confidence, count(*)::int as suggestions, count(distinct asset_id)::int as assets,
         (count(*) filter (where column_path <> ''))::int as columns
    from classification_suggestion suggestion
   where suggestion_fits(suggestion, $1::jsonb)
   group by pattern, proposal
)
select grouped.*, (select count(*)::int from grouped) as total
  from grouped
 where $2::jsonb is null
    or (-suggestions, pattern, proposal) > (-($2::jsonb ->> 0)::int, $2::jsonb ->> 1, $2::jsonb ->> 2)
 order by suggestions desc, pattern, proposal
 limit $3::int
