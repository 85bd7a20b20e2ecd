-- Makes an asset for a spelling that is taken out of another asset.
--
-- $1 asset_id      bigint    the asset it is taken out of
-- $2 namespace_id  int
-- $3 name          text
-- →  id bigint, public_id uuid
--
-- The projection fills in what its sources say.
insert into asset (namespace_id, name, is_job, display_name, type, status, platform)
select namespace.id, $3::text, asset.is_job, $3::text, asset.type, 'ACTIVE', namespace.platform
  from asset, namespace
 where asset.id = $1::bigint and namespace.id = $2::int
returning id, public_id
