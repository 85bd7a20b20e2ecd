-- What a gate snapshot says of itself.
--
-- →  migrations int (that have been applied), newest text (the last of them), taken_at timestamptz    one row
--
-- Reads migration.
select count(*)::int as migrations, max(name) as newest, now() as taken_at from migration
