-- Takes the first place from primary spellings that give way to a better one: a full name after a partial one,
-- the new name after a renaming, the quoted form after a guess at its case.
--
-- →  written int
with better as (
  select distinct ref.asset_id
    from stage_ref ref
    join asset_identifier identifier on identifier.asset_id = ref.asset_id and identifier.role = 'PRIMARY'
   where ref.rule in ('full', 'renamed') or (ref.rule = 'case' and ref.quoting_known and not identifier.quoting_known)
), demoted as (
  update asset_identifier set role = 'ALIAS'
    from better where asset_identifier.asset_id = better.asset_id and asset_identifier.role = 'PRIMARY'
  returning 1
)
select count(*)::int as written from demoted
