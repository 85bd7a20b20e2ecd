-- How many violations fit a filter.
--
-- $1 filter  jsonb  as in list-violations.sql
-- →  count int
select count(*)::int as count from violation where violation_fits(violation, $1::jsonb)
   and ($1::jsonb -> 'assetFacts' is null
        or exists (select from asset join namespace on namespace.id = asset.namespace_id
                    where asset.id = violation.asset_id
                      and ($1::jsonb -> 'namespaces' is null or $1::jsonb -> 'namespaces' ? namespace.name)
                      and ($1::jsonb -> 'owners' is null or $1::jsonb -> 'owners' ? coalesce(asset.owner, ''))
                      and ($1::jsonb -> 'layers' is null or $1::jsonb -> 'layers' ? coalesce(asset.layer, ''))))
