-- Violations that the running transaction has found, waived or resolved.
--
-- →  asset_id bigint, namespace text, name text, owner text, file text, column_path text, policy text, code text,
--    severity text, status text, message text, path jsonb: [{ asset_id, name, column }], source first
--
-- now() is when the transaction began: what it changed has this time. Reads violation (governance), asset and
-- namespace (catalog).
select violation.asset_id, namespace.name as namespace, asset.name, asset.owner, asset.properties ->> 'path' as file,
       violation.column_path, violation.policy, violation.code, violation.severity, violation.status, violation.message,
       coalesce((select jsonb_agg(jsonb_build_object('asset_id', step_asset.id::text, 'name', step_asset.name, 'column', step.said ->> 'column')
                                  order by step.place)
                   from jsonb_array_elements(violation.path) with ordinality as step (said, place)
                   join asset step_asset on step_asset.public_id = (step.said ->> 'assetId')::uuid), '[]') as path
  from violation
  join asset on asset.id = violation.asset_id
  join namespace on namespace.id = asset.namespace_id
 where violation.status_at = now()
 order by violation.severity, namespace.name, asset.name, violation.column_path, violation.policy
