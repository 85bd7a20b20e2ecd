-- How many restrictions there are.
--
-- →  count int
select count(*)::int as count from restriction
