-- Makes the gaps in the evidence of assets what an evaluation found.
--
-- $1 asset_ids  bigint[]  the assets that were evaluated
-- $2 found      jsonb     [{ asset_id, policy, requirement, column_path, message }]
-- →  open int    gaps that these assets have now
with found as (
  select * from jsonb_to_recordset($2::jsonb)
    as found (asset_id bigint, policy text, requirement text, column_path text, message text)
), closed as (
  delete from policy_gap gap
   where gap.asset_id = any ($1::bigint[])
     and not exists (
           select from found
            where (found.asset_id, found.requirement, found.column_path)
                  = (gap.asset_id, gap.requirement, gap.column_path))
), written as (
  insert into policy_gap as known (asset_id, policy, requirement, column_path, message)
  select asset_id, policy, requirement, column_path, message from found order by asset_id, requirement, column_path
  on conflict (asset_id, requirement, column_path) do update
     set policy = excluded.policy, message = excluded.message
   where (known.policy, known.message) is distinct from (excluded.policy, excluded.message)
)
select count(*)::int as open from found
