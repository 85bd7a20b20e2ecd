-- Gives a spelling its new canonical form, and with it the asset whose primary one it is, and what was said under it.
--
-- $1 namespace_id      int
-- $2 name              text
-- $3 new_namespace_id  int
-- $4 new_name          text        taken by nobody else
-- $5 quoting_known     boolean
-- $6 is_partial        boolean
-- $7 is_job            boolean
-- →  nothing
with spelt as (
  update asset_identifier
     set namespace_id = $3::int, name = $4::text, quoting_known = $5::boolean, is_partial = $6::boolean
   where namespace_id = $1::int and name = $2::text and is_job = $7::boolean
  returning asset_id, role
), said as (
  update assertion set spelling_namespace_id = $3::int, spelling_name = $4::text
    from spelt
   where assertion.asset_id = spelt.asset_id
     and assertion.spelling_namespace_id = $1::int and assertion.spelling_name = $2::text
)
update asset
   set namespace_id = $3::int, name = $4::text,
       platform = (select platform from namespace where id = $3::int), updated_at = now()
  from spelt
 where asset.id = spelt.asset_id and spelt.role = 'PRIMARY'
