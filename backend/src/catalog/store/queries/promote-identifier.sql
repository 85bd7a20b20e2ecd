-- Makes another of an asset's spellings its primary one, and its name.
--
-- $1 asset_id      bigint
-- $2 namespace_id  int
-- $3 name          text
-- →  nothing
--
-- Two statements in one: the unique index on primary spellings is checked row by row, so the old one is deleted and
-- added again as an alias after the new one has taken its place.
with old as (
  delete from asset_identifier
   where asset_id = $1::bigint and role = 'PRIMARY' and not (namespace_id = $2::int and name = $3::text)
  returning *
), promoted as (
  update asset_identifier set role = 'PRIMARY'
   where namespace_id = $2::int and name = $3::text and asset_id = $1::bigint and (select count(*) from old) >= 0
  returning asset_id
), kept as (
  insert into asset_identifier (namespace_id, name, is_job, asset_id, role, reason, quoting_known, is_partial, raw_namespace,
                                raw_name, source_id, first_seen, last_seen)
  select namespace_id, name, is_job, asset_id, 'ALIAS', reason, quoting_known, is_partial, raw_namespace, raw_name, source_id,
         first_seen, last_seen
    from old
)
update asset
   set namespace_id = $2::int, name = $3::text,
       platform = (select platform from namespace where id = $2::int), updated_at = now()
  from promoted
 where asset.id = promoted.asset_id
