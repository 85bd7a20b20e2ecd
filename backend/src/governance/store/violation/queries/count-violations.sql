-- How many violations fit a filter.
--
-- $1 filter  jsonb  as in list-violations.sql
-- →  count int
select count(*)::int as count from violation where violation_fits(violation, $1::jsonb)
