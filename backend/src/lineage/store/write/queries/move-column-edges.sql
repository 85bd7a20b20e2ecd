-- Lets column edges of one asset start and end in the columns of the same path of another.
--
-- $1 from_id        bigint
-- $2 into_id        bigint
-- $3 assertion_ids  bigint[]    only edges that these state, and only where they end; null: all edges
-- →  nothing
--
-- Reads asset_column (catalog).
with pair as (
  select distinct on (old.id) old.id as old_id, new.id as new_id
    from asset_column old
    join asset_column new on new.asset_id = $2::bigint and lower(new.path) = lower(old.path)
   where old.asset_id = $1::bigint
   order by old.id, new.path <> old.path, new.id
), moved as (
  delete from column_edge edge
   where case when $3::bigint[] is null
              then edge.upstream_id in (select old_id from pair) or edge.downstream_id in (select old_id from pair)
              else edge.downstream_id in (select old_id from pair) and edge.assertion_id = any ($3::bigint[]) end
  returning edge.*
)
insert into column_edge (upstream_id, downstream_id, assertion_id, kind, subtype, masking, function, masking_kind, valid_from)
select coalesce(up.new_id, moved.upstream_id), coalesce(down.new_id, moved.downstream_id),
       moved.assertion_id, moved.kind, moved.subtype, moved.masking, moved.function, moved.masking_kind,
       moved.valid_from
  from moved
  left join pair up on up.old_id = moved.upstream_id and $3::bigint[] is null
  left join pair down on down.old_id = moved.downstream_id
 where coalesce(up.new_id, moved.upstream_id) <> coalesce(down.new_id, moved.downstream_id)
on conflict do nothing
