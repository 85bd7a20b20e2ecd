-- Assets counted by type, by platform and by layer.
--
-- →  field text, value text, count int   most frequent first within a field; the value "none" for no layer
--
-- Retired assets are left out. One scan for all three.
select case when grouping(type) = 0 then 'type' when grouping(platform) = 0 then 'platform' else 'layer' end as field,
       coalesce(type, platform, layer, 'none') as value,
       count(*)::int as count
  from asset
 where status <> 'RETIRED'
 group by grouping sets ((type), (platform), (layer))
 order by field, count desc, value
