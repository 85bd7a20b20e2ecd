-- A job by its asset, or by its name.
--
-- $1 asset_id   bigint  null: by name
-- $2 namespace  text
-- $3 name       text
-- →  id bigint
select id
  from job
 where case when $1::bigint is not null then asset_id = $1 else namespace = $2::text and name = $3::text end
 order by id
 limit 1
