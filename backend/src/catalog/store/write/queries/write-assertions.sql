-- Stores what the source says now, statements new and changed.
--
-- $1 source_id    int
-- $2 observed_at  timestamptz
-- $3 delivery_id  bigint       or null
-- →  written int
with stored as (
  insert into assertion (source_id, key, asset_id, spelling_namespace_id, spelling_name, subject_key, vouches, facts, hash,
                         observed_at, delivery_id)
  select $1::int, statement.key, statement.asset_id, ref.namespace_id, ref.name, statement.subject_key, statement.vouches,
         statement.facts, statement.hash, $2::timestamptz, $3::bigint
    from stage_statement statement
    left join stage_ref ref on ref.no = statement.subject_ref and ref.kind = 'NAME'
   where statement.outcome in ('NEW', 'CHANGED')
   order by statement.key
  on conflict (source_id, key) do update
     set asset_id = excluded.asset_id, spelling_namespace_id = excluded.spelling_namespace_id,
         spelling_name = excluded.spelling_name, subject_key = excluded.subject_key, vouches = excluded.vouches,
         facts = excluded.facts, hash = excluded.hash, observed_at = excluded.observed_at, recorded_at = now(),
         delivery_id = excluded.delivery_id
  returning id, key
), noted as (
  update stage_statement set assertion_id = stored.id from stored where stored.key = stage_statement.key
)
select count(*)::int as written from stored
