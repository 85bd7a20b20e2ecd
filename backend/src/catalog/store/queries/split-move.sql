-- Gives spellings, and what was said under them, to the asset that is taken out of another.
--
-- $1 from_id     bigint
-- $2 into_id     bigint
-- $3 spellings   jsonb      [{ "namespace_id", "name", "role", "reason" }]; exactly one PRIMARY
-- $4 assertions  bigint[]   said before a merge of the asset that is taken out; those spelt otherwise by now stay
-- →  id bigint    of the assertions that went along
with wanted as (
  select * from jsonb_to_recordset($3::jsonb) as wanted (namespace_id int, name text, role text, reason text)
), spelt as (
  update asset_identifier identifier set asset_id = $2::bigint, role = wanted.role, reason = wanted.reason
    from wanted
   where identifier.asset_id = $1::bigint
     and identifier.namespace_id = wanted.namespace_id and identifier.name = wanted.name
)
update assertion set asset_id = $2::bigint
 where assertion.asset_id = $1::bigint
   and ((assertion.spelling_name is null and assertion.id = any ($4::bigint[]))
        or exists (select from wanted
                    where wanted.namespace_id = assertion.spelling_namespace_id and wanted.name = assertion.spelling_name))
returning id
