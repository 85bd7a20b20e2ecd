-- How many audit entries fit.
--
-- $1 filter  jsonb    as in list-audit.sql
-- →  count int
select count(*)::int as count from audit_entry entry where audit_fits(entry, $1::jsonb)
