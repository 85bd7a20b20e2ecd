-- Who reads columns, or whole assets, outside a project: each consumer once for each thing it reads.
--
-- $1 column_ids  bigint[]
-- $2 asset_ids   bigint[]
-- $3 source      jsonb     { kind, name, scope }: the project, whose own assets are left out
-- →  column_id bigint, asset_id bigint (one of both), consumer text, owner text    in order of name
--
-- Reads column_edge and lineage_edge (lineage), asset, asset_column, assertion and source (catalog).
with reader as (
  select edge.upstream_id as column_id, null::bigint as asset_id, fed.asset_id as reader_id
    from column_edge edge
    join asset_column fed on fed.id = edge.downstream_id
   where edge.upstream_id = any ($1::bigint[])
  union
  select null, edge.upstream_id, edge.downstream_id from lineage_edge edge where edge.upstream_id = any ($2::bigint[])
)
select reader.column_id, reader.asset_id, asset.name as consumer, asset.owner
  from reader
  join asset on asset.id = reader.reader_id and asset.status = 'ACTIVE'
 where not exists (select from assertion
                     join source on source.id = assertion.source_id
                    where assertion.asset_id = asset.id and source.kind = $3::jsonb ->> 'kind'
                      and source.name = $3::jsonb ->> 'name' and source.scope = $3::jsonb ->> 'scope')
 order by asset.name, reader.column_id, reader.asset_id
