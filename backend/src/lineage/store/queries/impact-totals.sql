-- What kinds of asset some assets are, and whose.
--
-- $1 asset_ids  bigint[]    each once
-- →  facet text, value text, count int    facet is type or owner; most frequent first, then in order of value;
--    assets without an owner are counted under "none"
--
-- Reads asset (catalog).
with fed as (
  select type, coalesce(owner, 'none') as owner from asset where id = any ($1::bigint[])
)
select facet, value, count
  from (select 'type' as facet, type as value, count(*)::int as count from fed group by type
        union all
        select 'owner', owner, count(*)::int from fed group by owner) as counted
 order by facet, count desc, value
