-- Assets that a term of a selector names.
--
-- $1 method   text   name, tag, type, layer, owner, namespace, source, exposure or metric
-- $2 pattern  text   regular expression of a whole value, whatever the case
-- $3 parts    text   the same for some whole parts of a qualified name, parted by dots and slashes
-- $4 first    int
-- →  id bigint
--
-- Looks at every asset: patterns have no index. Retired assets are left out.
select asset.id
  from asset
  join namespace on namespace.id = asset.namespace_id
 where asset.status <> 'RETIRED'
   and case $1::text
         when 'tag' then exists (select from unnest(asset.tags) as tag where tag ~* $2::text)
         when 'type' then asset.type ~* $2::text
         when 'layer' then asset.layer ~* $2::text
         when 'owner' then asset.owner ~* $2::text
         when 'namespace' then namespace.name ~* $2::text
         else (asset.display_name ~* $2::text or asset.name ~* $3::text)
              and case $1::text
                    when 'source' then lower(asset.layer) in ('source', 'sources', 'raw', 'bronze', 'landing')
                    when 'exposure' then asset.type in ('DASHBOARD', 'NOTEBOOK', 'APPLICATION', 'ML_MODEL')
                    when 'metric' then asset.type = 'METRIC'
                    else true
                  end
       end
 limit $4::int
