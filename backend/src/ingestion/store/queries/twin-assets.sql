-- Assets that are said to be one and are two, where making one of them harms nobody.
--
-- $1 pairs  json  [{ from_namespace, from_name, into_namespace, into_name, is_renamed }]    canonical names
-- →  from_id uuid, into_id uuid    each once
--
-- What goes must be known by that very name, and by events alone; after a rename it may be known by anybody.
-- Reads asset, asset_identifier, namespace, assertion and source (catalog).
select distinct gone.public_id as from_id, stays.public_id as into_id
  from json_to_recordset($1::json) as pair (
       from_namespace text, from_name text, into_namespace text, into_name text, is_renamed boolean)
  join namespace from_namespace on from_namespace.name = pair.from_namespace
  join asset_identifier known on known.namespace_id = from_namespace.id and known.name = pair.from_name and not known.is_job
  join namespace into_namespace on into_namespace.name = pair.into_namespace
  join asset_identifier target on target.namespace_id = into_namespace.id and target.name = pair.into_name and not target.is_job
  join asset gone on gone.id = known.asset_id
  join asset stays on stays.id = target.asset_id
 where gone.id <> stays.id
   and known.role = 'PRIMARY'
   and (pair.is_renamed
        or not exists (select from assertion
                         join source on source.id = assertion.source_id
                        where assertion.asset_id = gone.id and source.kind <> 'openlineage'))
